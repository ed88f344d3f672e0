import { useState } from 'react';
import type { DayPlan } from '@contract/day';
import { dayOf } from '@rules/dates';
import { AlertsWay } from '@/components/alerts-way';
import { DayBoard } from '@/components/day-board';
import { DeskWays } from '@/components/desk-ways';
import { Loaded } from '@/components/loaded';
import { useQuery } from '@/cloud/use-query';

/** How often another day looks for news, ms; today comes with the first screen. */
const lookAgainMs = 8000;

/** A counsellor's first screen is the day itself; other days are a tap away. */
export function CounsellorHome({ day: today, now }: { day: DayPlan; now: number }) {
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  // What came with the first screen may be yesterday's, from the device: then today is asked for.
  const wanted = chosen ?? dayOf(now);
  const other = wanted === today.day ? undefined : wanted;
  const query = useQuery('booking.listDay', other ? { day: other } : undefined, {
    everyMs: lookAgainMs,
  });
  return (
    <>
      {/* Above the day: what waits here cannot wait until the board is read to its end. */}
      <AlertsWay />
      {other ? (
        <Loaded query={query}>
          {(plan) => <DayBoard plan={plan} now={now} onDay={setChosen} />}
        </Loaded>
      ) : (
        <DayBoard plan={today} now={now} onDay={setChosen} />
      )}
      <DeskWays />
    </>
  );
}
