import { BigAction } from '@/components/big-action';
import { open } from '@/session/routes';
import { guides } from '@/wording/guides';
import { askCounsellor, useMayBook } from './ask-counsellor';

/** A visit for families; whoever works with pupils looks who can help nearby. */
export function BookStep({ onContact }: { onContact?: () => void }) {
  const mayBook = useMayBook();
  if (!mayBook) {
    return (
      <BigAction
        id="step-book"
        icon="map-pin"
        tone="people"
        title={guides.bookStaff}
        hint={guides.bookStaffHint}
        onTap={() => {
          onContact?.();
          open('directory');
        }}
      />
    );
  }
  return (
    <BigAction
      id="step-book"
      icon="calendar-plus"
      title={guides.book}
      hint={guides.bookHint}
      onTap={() => {
        onContact?.();
        askCounsellor();
      }}
    />
  );
}
