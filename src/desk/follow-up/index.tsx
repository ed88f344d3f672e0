import { useState } from 'react';
import * as v from 'valibot';
import type { WeekEntry } from '@contract/visits';
import { addDays, dayOf } from '@rules/dates';
import { useServerNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { openTab } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { namesOf } from '@/wording/desk';
import { nextWords } from '@/wording/desk-next';
import { whenText } from '@/wording/when';
import '../brings';
import { OwnPlaces } from '../parts/own-places';
import { useVisit } from '../parts/use-visit';
import { mondayOf } from '../parts/monday-of';
import type { Repeat } from './plan';
import { RepeatChoice, Series } from './series';
import { useBookNext, useSeries, type SeriesLine } from './use-series';

const QuerySchema = v.object({
  weeks: v.optional(v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number))),
});

/** The same family again, at one of one's own free places: once, or every week or two. */
export default function FollowUpPage() {
  const { id = '', query } = useVisit();
  const weeks = usePageQuery(QuerySchema)?.weeks ?? 0;
  const now = useServerNow();
  const [week, setWeek] = useState(() => mondayOf(addDays(dayOf(now), weeks * 7)));
  const [first, setFirst] = useState<WeekEntry>();
  const [{ repeat, times }, setRepeat] = useState<{ repeat: Repeat; times: number }>({
    repeat: 'once',
    times: 2,
  });
  const following = useSeries(first, repeat, times, now);
  const { results, busy, book } = useBookNext(id);
  const visit = query.data?.entry.visit;

  const all: SeriesLine[] = first
    ? [{ day: dayOf(first.start), place: first, state: 'free' }, ...following]
    : [];
  const lines = all.map((line) => ({
    ...line,
    ...(line.place ? results[line.place.slotId] : undefined),
  }));
  const open = lines.filter(({ state }) => state === 'free' || state === 'failed');
  const booked = lines.filter(({ state }) => state === 'booked').length;
  const awaiting = lines.filter(({ state }) => state === 'awaiting').length;
  const taken = booked + awaiting;
  const tried = taken > 0 || lines.some(({ state }) => state === 'failed' || state === 'taken');
  const looking = lines.some(({ state }) => state === 'looking');
  const places = open.flatMap(({ place }) => place ?? []);

  function label(): string {
    if (!first) return nextWords.pickFirst;
    if (tried) return nextWords.again;
    return repeat === 'once'
      ? nextWords.take(whenText(first.start, now))
      : nextWords.bookAll(places.length);
  }

  return (
    <Screen
      title={nextWords.title}
      footer={
        <>
          {booked > 0 && !busy ? (
            <Line icon="check" text={`${nextWords.done(booked)}。${nextWords.doneHint}`} />
          ) : null}
          {awaiting > 0 && !busy ? (
            <Line icon="hourglass" text={`${nextWords.waits(awaiting)}。${nextWords.waitsHint}`} />
          ) : null}
          {taken > 0 && places.length === 0 && !busy ? (
            <Button id="back-home" label={nextWords.back} onTap={() => openTab('home')} />
          ) : (
            <Button
              id="book-next"
              icon="calendar-plus"
              label={label()}
              busy={busy}
              disabled={places.length === 0 || looking || id === ''}
              onTap={() => void book(places)}
            />
          )}
        </>
      }
    >
      <Heading
        title={visit ? nextWords.heading(namesOf(visit)) : nextWords.headingPlain}
        hint={nextWords.hint}
      />
      {first ? (
        <>
          {tried ? null : (
            <RepeatChoice
              repeat={repeat}
              times={times}
              onChange={(nextRepeat, nextTimes) =>
                setRepeat({ repeat: nextRepeat, times: nextTimes })
              }
            />
          )}
          <Series lines={lines} />
          {busy ? null : (
            <Button
              id="other-time"
              look="line"
              icon="calendar-clock"
              label={taken > 0 ? nextWords.more : nextWords.otherTime}
              onTap={() => setFirst(undefined)}
            />
          )}
        </>
      ) : (
        <OwnPlaces from={week} onWeek={setWeek} chosen={first} onChoose={setFirst} />
      )}
    </Screen>
  );
}
