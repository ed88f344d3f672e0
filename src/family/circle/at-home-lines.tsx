import type { AtHome } from '@contract/family';
import { Choice } from '@/components/choice';
import { PhoneLine } from '@/components/phone-line';
import { open } from '@/session/routes';
import { circle } from '@/wording/circle';
import { kinName } from '@/wording/names';

/** Who looks after the child at home: one tap calls, one corrects. */
export function AtHomeLines({ childId, atHome }: { childId: string; atHome: AtHome }) {
  const { caregiver, phone } = atHome;
  const name = kinName(caregiver);
  return (
    <>
      {phone ? (
        <PhoneLine
          line={{ id: 'home', number: phone, name, purpose: circle.atHomeCall, urgent: false }}
        />
      ) : null}
      <Choice
        id="at-home"
        icon="house"
        title={circle.atHome}
        hint={phone ? name : `${name} · ${circle.atHomeNoPhone}`}
        onTap={() => open('atHome', { childId })}
      />
    </>
  );
}
