import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf, weekdayOf } from '@rules/dates';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { back, toTop } from '@/session/routes';
import { deskMessage } from '@/wording/desk-errors';
import { holidays as words } from '@/wording/holidays';
import { hours } from '@/wording/hours';
import { shortDate, spanText, weekdayNames } from '@/wording/when';
import '../brings';
import { useWrite } from '../parts/use-write';
import { Adder } from './adder';
import { mostDays, runsOf, withoutRun, type Holiday, type Run } from './draft';

/** The days on which nobody works in the county. Nothing changes until it is saved. */
export default function HolidaysPage() {
  const query = useQuery('booking.listHolidays', {});
  const today = dayOf(useServerNow());
  const [draft, setDraft] = useState<Holiday[]>();
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [saved, setSaved] = useState(false);
  const writing = useWrite('booking.setHolidays');
  // What was saved stays on screen as it is.
  const unsaved = draft !== undefined && !saved;
  // What is past need not be kept: the county may set so many days only.
  const days = (draft ?? query.data?.days ?? []).filter(({ day }) => day >= today);

  function change(changed: Holiday[]) {
    setDraft(changed);
    setSaved(false);
  }
  function showAdder(shown: boolean) {
    setAdding(shown);
    toTop();
  }
  async function save() {
    if (!(await writing.run({ days }))) return;
    setSaved(true);
    toTop();
  }

  if (adding) {
    return (
      <Adder
        days={days}
        today={today}
        onBack={() => showAdder(false)}
        onAdd={(changed) => {
          change(changed);
          showAdder(false);
        }}
      />
    );
  }
  return (
    <Screen
      title={words.title}
      onBack={() => (unsaved && !leaving ? setLeaving(true) : back())}
      footer={
        query.data === undefined ? undefined : unsaved && leaving ? (
          <>
            <Line icon="circle-alert" text={`${hours.leave}。${hours.leaveHint}`} />
            <Button id="stay" label={hours.stay} onTap={() => setLeaving(false)} />
            <Button id="discard" look="line" label={hours.discard} onTap={back} />
          </>
        ) : (
          <>
            {writing.failed ? (
              <Line tone="alarm" icon="circle-alert" text={deskMessage(writing.failed)} />
            ) : unsaved ? (
              <Line tone="quiet" icon="info" text={words.effect} />
            ) : null}
            <Button
              id="save-holidays"
              icon="save"
              label={unsaved ? words.save : words.unchanged}
              busy={writing.busy}
              disabled={!unsaved}
              onTap={() => void save()}
            />
          </>
        )
      }
    >
      <Loaded query={query}>
        {() => (
          <>
            <Heading title={words.heading} hint={words.hint} />
            {saved ? <Line icon="check" text={`${words.saved}。${words.savedHint}`} /> : null}
            <Runs
              runs={runsOf(days)}
              thisYear={today.slice(0, 4)}
              onRemove={(run) => change(withoutRun(days, run))}
            />
            {days.length >= mostDays ? (
              <Line tone="quiet" icon="info" text={words.full(mostDays)} />
            ) : (
              <Button
                id="add-holiday"
                look="soft"
                icon="calendar-plus"
                label={words.add}
                onTap={() => showAdder(true)}
              />
            )}
          </>
        )}
      </Loaded>
    </Screen>
  );
}

interface RunsProps {
  runs: Run[];
  thisYear: string;
  onRemove: (run: Run) => void;
}

function Runs({ runs, thisYear, onRemove }: RunsProps) {
  if (runs.length === 0) {
    return <Notice icon="sun" title={words.none} hint={words.noneHint} />;
  }
  return (
    <>
      {runs.map((run) => (
        <Card key={run.from}>
          <View className="row row--between">
            <View className="grow">
              <View className="t-strong">{`${run.name} · ${words.days(run.days)}`}</View>
              <View className="t-small t-quiet t-parts">{spanOf(run, thisYear)}</View>
            </View>
            <Button
              id={`remove-${run.from}`}
              look="quiet"
              icon="x"
              label={words.remove}
              onTap={() => onRemove(run)}
            />
          </View>
        </Card>
      ))}
    </>
  );
}

/** `2027年5月1—3日，周六到周一`: another year is named, so that nobody plans for the wrong one. */
function spanOf({ from, to }: Run, thisYear: string): string {
  const year = from.slice(0, 4);
  const days = from === to ? shortDate(from) : spanText(from, to);
  const [first, last] = [from, to].map((day) => weekdayNames[weekdayOf(day)] ?? '');
  const weekdays = from === to ? first : words.weekdays(first ?? '', last ?? '');
  return `${year === thisYear ? '' : `${year}年`}${days}，${weekdays ?? ''}`;
}
