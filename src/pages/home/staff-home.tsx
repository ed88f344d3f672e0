import type { Person } from '@contract/account';
import type { Wait } from '@contract/waitlist';
import { useOutbox } from '@/cloud/outbox';
import { BigAction } from '@/components/big-action';
import { Heading } from '@/components/heading';
import { DirectoryWay, PhonesWay } from '@/components/ways';
import { open } from '@/session/routes';
import { home } from '@/wording/home';

interface Props {
  person: Person;
  /** Of the families that this person acts for. */
  waits: Wait[];
  now: number;
}

/** Teachers, child directors and administrators: their own work first, then what anyone looks up. */
export function StaffHome({ person, waits, now }: Props) {
  const { role } = person;
  return (
    <>
      <Heading title={home.greeting(person.name, now)} hint={home.staffHint} />
      <Unsent />
      {role === 'teacher' || role === 'director' ? (
        <>
          <BigAction
            id="go-phone-in"
            icon="phone-call"
            title={home.phoneIn}
            hint={home.phoneInHint}
            onTap={() => open('phoneIn')}
          />
          <Waits waits={waits} now={now} />
          <BigAction
            id="go-roster"
            icon="users"
            title={home.roster}
            hint={home.rosterHint[role]}
            onTap={() => open('roster')}
          />
          <BigAction
            id="go-proxy"
            icon="hand-heart"
            title={home.proxy}
            hint={home.proxyHint}
            onTap={() => open('proxyChild')}
          />
        </>
      ) : null}
      {role === 'admin' ? (
        <>
          <BigAction
            id="go-staff"
            icon="users"
            title={home.staff}
            hint={home.staffHintAdmin}
            onTap={() => open('staff')}
          />
          <BigAction
            id="go-invite"
            icon="user-plus"
            title={home.invite}
            hint={home.inviteHint}
            onTap={() => open('invite')}
          />
          <BigAction
            id="go-holidays"
            icon="calendar-x"
            title={home.holidays}
            hint={home.holidaysHint}
            onTap={() => open('holidays')}
          />
          <BigAction
            id="go-simulate"
            icon="sliders-horizontal"
            title={home.rule}
            hint={home.ruleHint}
            onTap={() => open('simulate')}
          />
        </>
      ) : null}
      <DirectoryWay />
      <PhonesWay />
    </>
  );
}

/** Families without a telephone that wait, and places that are kept for them just now. */
function Waits({ waits, now }: { waits: Wait[]; now: number }) {
  const waiting = waits.filter(({ state }) => state === 'waiting' || state === 'offered');
  const offered = waiting.filter(({ offer }) => offer !== undefined && offer.until > now).length;
  if (waiting.length === 0) return null;
  return (
    <BigAction
      id="go-waits"
      icon="hourglass"
      tone="coming"
      title={offered > 0 ? home.waitsOffered(offered) : home.waits(waiting.length)}
      hint={offered > 0 ? home.waitsOfferedHint : home.waitsHint}
      onTap={() => open('waits')}
    />
  );
}

/** What was written down without network must not be forgotten. */
function Unsent() {
  const entries = useOutbox((outbox) => outbox.entries);
  const refused = entries.filter((entry) => entry.refused !== undefined).length;
  const waiting = entries.length - refused;
  if (entries.length === 0) return null;
  return (
    <BigAction
      id="go-unsent"
      icon="send"
      tone="coming"
      title={waiting > 0 ? home.unsent(waiting) : home.refused(refused)}
      hint={waiting > 0 ? home.unsentHint : home.refusedHint}
      onTap={() => open('proxyChild')}
    />
  );
}
