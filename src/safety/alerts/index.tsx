import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '@contract';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { BigAction } from '@/components/big-action';
import { Heading } from '@/components/heading';
import { MoreButton } from '@/components/more';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { open } from '@/session/routes';
import { usePerson } from '@/session/use-person';
import { safety } from '@/wording/safety';
import { clockTime } from '@/wording/when';
import '../brings';
import { AlertCard } from '../parts/alert-card';
import { ForStaff } from '../parts/for-staff';

type Show = 'open' | 'mine' | 'closed';
const shows = (['open', 'mine', 'closed'] as const).map((value) => ({
  value,
  text: safety.show[value],
}));
/** Somebody on duty leaves the page open. */
const lookAgainMs = 15_000;

/** What people of safeguarding are to look at: the most urgent first, with the clock running. */
export default function AlertsPage() {
  const [show, setShow] = useState<Show>('open');
  const now = useServerNow();
  const query = useQuery('safety.listAlerts', { show }, { everyMs: lookAgainMs });
  const first = query.data && { rows: query.data.rows, next: query.data.next };
  const ask = async (before: string) => {
    const answer = await call('safety.listAlerts', { show, before });
    if (!answer.ok) return answer;
    return { ok: true as const, data: { rows: answer.data.rows, next: answer.data.next } };
  };
  const more = useMore(first, query.savedAt, ask, show);
  // One that has become more urgent stands in front, and until that is read again where it was.
  const rows = more.rows.filter(({ id }, at, all) => all.findIndex((row) => row.id === id) === at);
  return (
    <Screen title={safety.title}>
      <Heading title={safety.heading} hint={safety.hint} />
      {/* Whoever has an alert keeps it when their weeks of duty are over. */}
      <Segments id="show" label={safety.title} value={show} choices={shows} onChange={setShow} />
      <ForStaff query={query} skeleton={4}>
        {({ counts, onDutyUntil }) => (
          <>
            {onDutyUntil === undefined ? null : (
              <Line icon="user-round-check" text={safety.onDuty(clockTime(onDutyUntil))} />
            )}
            {counts.overdue > 0 ? (
              <Line tone="alarm" icon="clock" text={safety.overdueCount(counts.overdue)} />
            ) : null}
            {rows.length === 0 ? (
              <Notice icon="inbox" title={safety.none[show]} hint={safety.noneHint[show]} />
            ) : (
              <>
                {rows.map((row) => (
                  <AlertCard key={row.id} row={row} now={now} />
                ))}
                <MoreButton more={more} />
              </>
            )}
            <Ways counts={counts} />
          </>
        )}
      </ForStaff>
    </Screen>
  );
}

/** What belongs to it besides the list. */
function Ways({ counts }: { counts: OutputOf<'safety.listAlerts'>['counts'] }) {
  const { unheard } = counts;
  // A push may have opened this page first.
  const { posts = [] } = usePerson().person;
  const administers = posts.some(({ role, schoolId }) => role === 'admin' && !schoolId);
  return (
    <>
      <View className="t-heading">{safety.ways}</View>
      <BigAction
        id="go-unheard"
        icon="headphones"
        tone={unheard > 0 ? 'coming' : 'act'}
        title={unheard > 0 ? safety.unheardCount(unheard) : safety.unheard}
        hint={safety.unheardHint}
        onTap={() => open('unheard')}
      />
      <BigAction
        id="go-duty"
        icon="calendar-clock"
        tone="people"
        title={safety.duty}
        hint={safety.dutyHint}
        onTap={() => open('duty')}
      />
      <BigAction
        id="go-lines"
        icon="phone-call"
        title={safety.lines}
        hint={safety.linesHint}
        onTap={() => open('phoneCheck')}
      />
      <BigAction
        id="go-missed"
        icon="pencil"
        title={safety.missed}
        hint={safety.missedHint}
        onTap={() => open('missed')}
      />
      {administers ? (
        <BigAction
          id="go-records"
          icon="file-text"
          title={safety.records}
          hint={safety.recordsHint}
          onTap={() => open('safetyRecords')}
        />
      ) : null}
    </>
  );
}
