import type { Guide, NextStep } from '@contract/guides';
import { Button } from '@/components/button';
import { open } from '@/session/routes';
import { guides } from '@/wording/guides';
import { askCounsellor, useMayBook } from '../parts/ask-counsellor';
import { noteContact } from './note-contact';

/** What stands under the thumb: calling or a visit, whichever the guide names first. */
export const mainStepOf = ({ nextSteps }: Guide): NextStep | undefined =>
  nextSteps.find(({ kind }) => kind === 'call' || kind === 'book');

export function MainStep({ guide }: { guide: Guide }) {
  const mayBook = useMayBook();
  const first = mainStepOf(guide);
  if (first?.kind === 'call') {
    return (
      <Button
        id="main-call"
        look="alarm"
        icon="phone"
        label={guides.call}
        onTap={() => {
          noteContact(guide, 'call');
          open('phones');
        }}
      />
    );
  }
  if (!mayBook) {
    return (
      <Button
        id="main-directory"
        icon="map-pin"
        label={guides.bookStaff}
        onTap={() => open('directory')}
      />
    );
  }
  return (
    <Button
      id="main-book"
      icon="calendar-plus"
      label={guides.book}
      onTap={() => {
        noteContact(guide, 'book');
        askCounsellor();
      }}
    />
  );
}
