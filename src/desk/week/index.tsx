import { View } from '@tarojs/components';
import { useState } from 'react';
import type { WeekEntry } from '@contract/visits';
import { addDays, dayOf } from '@rules/dates';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { week } from '@/wording/desk-lists';
import { longDate } from '@/wording/when';
import '../brings';
import { mondayOf } from '../parts/monday-of';
import { WeekTurn } from '@/components/week-turn';
import './index.scss';

/** Seven days at a glance: how many come, how much is free; a tap opens the day. */
export default function WeekPage() {
  const now = useServerNow();
  const today = dayOf(now);
  const [from, setFrom] = useState(() => mondayOf(today));
  const query = useQuery('booking.listWeek', { from });
  const entries = query.data?.entries ?? [];
  const days = Array.from({ length: 7 }, (_, index) => addDays(from, index));
  const isThis = from === mondayOf(today);
  return (
    <Screen
      title={week.title}
      footer={
        isThis ? undefined : (
          <Button
            id="this-week"
            look="soft"
            label={week.backToThis}
            onTap={() => setFrom(mondayOf(today))}
          />
        )
      }
    >
      <WeekTurn from={from} about={query.data ? summaryOf(entries) : ''} onChange={setFrom} />
      <Loaded query={query} skeleton={5}>
        {() =>
          entries.length === 0 ? (
            <>
              <Notice icon="calendar-x" title={week.empty} hint={week.emptyHint} />
              <Button
                id="go-hours"
                look="soft"
                icon="clock"
                label={week.hours}
                onTap={() => open('hours')}
              />
            </>
          ) : (
            days.map((day) => (
              <Day
                key={day}
                day={day}
                isToday={day === today}
                entries={entries.filter(({ start }) => dayOf(start) === day)}
              />
            ))
          )
        }
      </Loaded>
    </Screen>
  );
}

const isTaken = ({ state }: WeekEntry) => state === 'booked';

function summaryOf(entries: WeekEntry[]): string {
  const visits = entries.filter(isTaken).length;
  return week.summary(visits, entries.length - visits);
}

interface DayProps {
  day: string;
  isToday: boolean;
  entries: WeekEntry[];
}

function Day({ day, isToday, entries }: DayProps) {
  const outside = entries.filter((entry) => entry.outsideHours && isTaken(entry)).length;
  const summary = entries.length === 0 ? week.nobody : summaryOf(entries);
  return (
    <Card
      id={`day-${day}`}
      label={[longDate(day), isToday ? week.today : '', summary].filter(Boolean).join('，')}
      onTap={() => open('day', { day })}
    >
      <View className="row row--between row--wrap week-day__head">
        <View className="row">
          <View className="t-strong">{longDate(day)}</View>
          {isToday ? <Chip text={week.today} /> : null}
        </View>
        <View className={entries.length === 0 ? 't-small t-quiet' : ''}>{summary}</View>
      </View>
      {entries.length > 0 ? (
        <View className="week-day__places" ariaHidden>
          {entries.map((entry) => (
            <View key={entry.slotId} className={`week-day__place${lookOf(entry)}`} />
          ))}
        </View>
      ) : null}
      {outside > 0 ? <Line icon="calendar-clock" text={week.outside(outside)} /> : null}
    </Card>
  );
}

function lookOf(entry: WeekEntry): string {
  if (!isTaken(entry)) return '';
  return entry.outsideHours ? ' week-day__place--outside' : ' week-day__place--taken';
}
