import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DutyWeek } from '@contract/safety';
import { addDays } from '@rules/dates';
import { weekOf } from '@rules/weekly';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { WeekTurn } from '@/components/week-turn';
import { duty } from '@/wording/safety-duty';
import '../brings';
import { ForStaff } from '../parts/for-staff';
import { DayCard } from './day-card';
import { useRoster, type Roster } from './use-roster';

/** A week of the roster: who is there when, where nobody is, and changes by tap. */
export default function DutyPage() {
  const [chosen, setWeek] = useState<string>();
  const thisWeek = weekOf(useServerNow());
  const week = chosen ?? thisWeek;
  const query = useQuery('safety.listDuty', { from: week });
  const roster = useRoster(query.data, query.reload);
  return (
    <Screen
      title={duty.title}
      footer={
        roster.changed ? (
          <Button
            id="save-duty"
            icon="check"
            label={duty.save}
            busy={roster.busy}
            onTap={() => void roster.save()}
          />
        ) : undefined
      }
    >
      <Heading title={duty.heading} hint={duty.hint} />
      <ForStaff query={query} skeleton={5}>
        {(data) => (
          <>
            <WeekTurn
              from={week}
              about={week < thisWeek ? duty.past : duty.about(data.gaps.length)}
              onChange={setWeek}
            />
            <Said roster={roster} />
            {data.mayChange && roster.entries.length === 0 ? (
              <Button
                id="last-week"
                look="soft"
                icon="repeat"
                label={duty.lastWeek}
                busy={roster.busy}
                onTap={() => void roster.copyLastWeek()}
              />
            ) : null}
            <Days data={data} roster={roster} onChanged={query.reload} />
          </>
        )}
      </ForStaff>
    </Screen>
  );
}

function Days({
  data,
  roster,
  onChanged,
}: {
  data: DutyWeek;
  roster: Roster;
  onChanged: () => void;
}) {
  return (
    <View className="stack">
      {[0, 1, 2, 3, 4, 5, 6].map((ahead) => {
        const day = addDays(data.week, ahead);
        return <DayCard key={day} day={day} data={data} roster={roster} onChanged={onChanged} />;
      })}
    </View>
  );
}

/** What became of the last change. */
function Said({ roster: { state, failed, changed } }: { roster: Roster }) {
  if (failed) return <Line tone="alarm" icon="circle-alert" text={failed} />;
  if (changed) return <Line icon="pencil" text={duty.notSaved} />;
  if (state === 'saved') return <Line icon="check" text={duty.saved} />;
  return null;
}
