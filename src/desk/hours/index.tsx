import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { OutputOf } from '@contract';
import type { Hours } from '@contract/hours';
import { dayOf } from '@rules/dates';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { newRequestId } from '@/cloud/request-id';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { back } from '@/session/routes';
import { hours as words } from '@/wording/hours';
import '../brings';
import { Conflicts } from './conflicts';
import { DayEditor } from './day-editor';
import { emptyPlace, withoutPast } from './draft';
import { ExceptionEditor } from './exception-editor';
import { Overview, type Part } from './overview';
import { PlaceEditor } from './place-editor';

type Known = OutputOf<'booking.showAvailability'>;

/** A draft is of one version of the hours: another one must not be overwritten by it. */
interface Draft {
  hours: Hours;
  rev: number;
  requestId: string;
}

type Saving = { is: 'no' | 'busy' | 'saved' } | { is: 'failed'; code: string; message: string };

/** A counsellor's own hours. Nothing changes until it is saved, and then everything at once. */
export default function HoursPage() {
  const query = useQuery('booking.showAvailability', {});
  const [draft, setDraft] = useState<Draft>();
  const [part, setPart] = useState<Part>();
  const [saving, setSaving] = useState<Saving>({ is: 'no' });
  const [leaving, setLeaving] = useState(false);
  const today = dayOf(useServerNow());
  const known = query.data;
  const hours = draft?.hours ?? known?.hours;

  useEffect(() => {
    // Another screen in the place of this one begins at its top.
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  }, [part]);

  function change(changed: Hours) {
    if (!known) return;
    setDraft({ hours: changed, rev: draft?.rev ?? known.rev, requestId: newRequestId() });
    setSaving({ is: 'no' });
  }

  async function save({ hours: wanted, rev, requestId }: Draft) {
    setSaving({ is: 'busy' });
    const input = { hours: withoutPast(wanted, today), rev };
    const answer = await call('booking.setAvailability', input, requestId);
    if (!answer.ok) {
      const { code, message } = answer.error;
      setSaving({ is: 'failed', code, message });
      return;
    }
    setDraft(undefined);
    setSaving({ is: 'saved' });
    query.reload();
  }

  function showLatest() {
    setDraft(undefined);
    setSaving({ is: 'no' });
    query.reload();
  }

  if (known && hours && part) {
    const shared = { hours, onChange: change, onBack: () => setPart(undefined) };
    const { services } = known;
    if (part.part === 'day') {
      return <DayEditor {...shared} weekday={part.weekday} services={services} />;
    }
    if (part.part === 'place') {
      return <PlaceEditor {...shared} place={part.place ?? emptyPlace} services={services} />;
    }
    return <ExceptionEditor {...shared} today={today} services={services} />;
  }

  const outdated = saving.is === 'failed' && saving.code === 'CHANGED_MEANWHILE';
  return (
    <Screen
      title={words.title}
      onBack={() => (draft && !leaving ? setLeaving(true) : back())}
      footer={
        known ? (
          <Footer
            draft={draft}
            busy={saving.is === 'busy'}
            leaving={leaving}
            outdated={outdated}
            onSave={(one) => void save(one)}
            onStay={() => setLeaving(false)}
            onLatest={showLatest}
          />
        ) : undefined
      }
    >
      <Loaded query={query} skeleton={5}>
        {(data: Known) => (
          <>
            <Heading title={words.heading} hint={words.hint} />
            {saving.is === 'saved' ? <Line icon="check" text={words.saved} /> : null}
            {saving.is === 'failed' ? (
              <Line tone="alarm" icon="circle-alert" text={failureText(saving)} />
            ) : null}
            <Conflicts conflicts={data.conflicts} onSettled={query.reload} />
            <Overview
              hours={hours ?? data.hours}
              known={data}
              today={today}
              onChange={change}
              onOpen={setPart}
            />
          </>
        )}
      </Loaded>
    </Screen>
  );
}

function failureText({ code, message }: { code: string; message: string }): string {
  if (code === 'CHANGED_MEANWHILE') return words.changedMeanwhile;
  return code === 'ROOM_TAKEN' ? words.roomTaken : message;
}

interface FooterProps {
  draft: Draft | undefined;
  busy: boolean;
  leaving: boolean;
  outdated: boolean;
  onSave: (draft: Draft) => void;
  onStay: () => void;
  onLatest: () => void;
}

/** Saving; before leaving with something unsaved, one question. */
function Footer({ draft, busy, leaving, outdated, onSave, onStay, onLatest }: FooterProps) {
  if (draft && leaving) {
    return (
      <>
        <Line icon="circle-alert" text={`${words.leave}。${words.leaveHint}`} />
        <Button id="stay" label={words.stay} onTap={onStay} />
        <Button id="discard" look="line" label={words.discard} onTap={back} />
      </>
    );
  }
  if (outdated) {
    return <Button id="latest" icon="refresh-cw" label={words.showLatest} onTap={onLatest} />;
  }
  return (
    <Button
      id="save-hours"
      icon="save"
      label={draft ? words.save : words.unchanged}
      busy={busy}
      disabled={draft === undefined}
      onTap={() => draft && onSave(draft)}
    />
  );
}
