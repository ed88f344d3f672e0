import { View } from '@tarojs/components';
import type { Person } from '@contract/account';
import type { Wait } from '@contract/wait';
import { useQuery } from '@/cloud/use-query';
import { AlertsWay } from '@/components/alerts-way';
import { BigAction } from '@/components/big-action';
import { Heading } from '@/components/heading';
import { Tile } from '@/components/tile';
import { DirectoryWay, PhonesWay } from '@/components/ways';
import { useWaiting } from '@/session/queue';
import { open } from '@/session/routes';
import { home } from '@/wording/home';

interface Props {
  person: Person;
  /** Of the families that this person acts for. */
  waits: Wait[];
  now: number;
}

const settings = [
  ['invite', 'invite', 'user-plus'],
  ['schools', 'schools', 'school'],
  ['holidays', 'holidays', 'calendar-x'],
  ['form', 'screeningForm', 'clipboard-list'],
  ['rule', 'simulate', 'sliders-horizontal'],
  ['found', 'reachCodes', 'volume-2'],
  ['records', 'records', 'map-pin'],
  ['traces', 'traces', 'shield-check'],
] as const;

/** Teachers, child directors and administrators: their own work first, then what anyone looks up. */
export function StaffHome({ person, waits, now }: Props) {
  const { role } = person;
  return (
    <>
      <Heading title={home.greeting(person.name, now)} />
      <AlertsWay />
      <Unsent />
      {role === 'teacher' ? <Families /> : null}
      {role === 'teacher' || role === 'director' ? (
        <>
          <BigAction
            id="go-phone-in"
            icon="phone-call"
            title={home.phoneIn}
            hint={home.phoneInHint}
            onTap={() => open('phoneIn')}
          />
          {role === 'teacher' ? (
            <BigAction
              id="go-weekly"
              icon="smile"
              tone="people"
              title={home.weekly}
              hint={home.weeklyHint}
              onTap={() => open('weekClass')}
            />
          ) : null}
          {role === 'director' ? (
            <BigAction
              id="go-director"
              icon="house"
              tone="main"
              title={home.director}
              hint={home.directorHint}
              onTap={() => open('directorDesk')}
            />
          ) : null}
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
      {role === 'counsellor' ? null : (
        <BigAction
          id="go-sent"
          icon="send"
          title={home.sent}
          hint={home.sentHint}
          onTap={() => open('sent')}
        />
      )}
      {role === 'admin' ? <County /> : null}
      <DirectoryWay />
      <PhonesWay />
    </>
  );
}

/** An administrator's texts and people, and under them what is done now and then. */
function County() {
  return (
    <>
      <BigAction
        id="go-desk-guides"
        icon="notebook-pen"
        title={home.guides}
        hint={home.guidesHint}
        onTap={() => open('deskGuides')}
      />
      <BigAction
        id="go-staff"
        icon="users"
        title={home.staff}
        hint={home.staffHintAdmin}
        onTap={() => open('staff')}
      />
      <View className="grid-2">
        {settings.map(([way, page, icon]) => (
          <Tile
            key={way}
            id={`go-${way}`}
            kind="button"
            icon={icon}
            label={home[way]}
            onTap={() => open(page)}
          />
        ))}
      </View>
    </>
  );
}

/** How many families wait for an answer; what they said is on the next page. */
function Families() {
  const { data } = useQuery('school.countWaiting', {});
  const waiting = data?.waiting ?? 0;
  return (
    <BigAction
      id="go-desk"
      icon="message-circle"
      tone={waiting > 0 ? 'coming' : 'act'}
      title={waiting > 0 ? home.familiesWait(waiting, data?.more ?? false) : home.families}
      hint={data?.urgent ? home.familiesUrgent(data.urgent) : home.familiesHint}
      onTap={() => open('desk')}
    />
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
  const entries = useWaiting('proxy');
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
