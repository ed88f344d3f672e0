import { useRef, useState } from 'react';
import type { WeekEntry } from '@contract/visits';
import { call } from '@/cloud/call';
import { newRequestId } from '@/cloud/request-id';
import { useQuery } from '@/cloud/use-query';
import { deskMessage } from '@/wording/desk-errors';
import { daysAfter, placeOn, weekOf, type Repeat } from './plan';

/** One visit of the series: its day, the place that was found, and what became of it. */
export interface SeriesLine {
  day: string;
  place: WeekEntry | undefined;
  state:
    'looking' | 'notRead' | 'none' | 'free' | 'busy' | 'booked' | 'awaiting' | 'taken' | 'failed';
  /** Why it was not booked. */
  message?: string | undefined;
  reload?: () => void;
}

type Result = Pick<SeriesLine, 'state' | 'message'>;

/** The visits that follow the first one, each looked for in its own week. */
export function useSeries(
  first: WeekEntry | undefined,
  repeat: Repeat,
  times: number,
  now: number,
): SeriesLine[] {
  const days = first ? daysAfter(first, repeat, times) : [];
  // At most three follow (mostTimes), so that each has a question of its own.
  const weeks = [
    useQuery('booking.listWeek', weekOf(days[0])),
    useQuery('booking.listWeek', weekOf(days[1])),
    useQuery('booking.listWeek', weekOf(days[2])),
  ];
  return days.map((day, index) => {
    const week = weeks[index];
    if (!first || !week?.data) {
      const state = week?.error ? 'notRead' : 'looking';
      return { day, place: undefined, state, ...(week && { reload: week.reload }) };
    }
    const place = placeOn(day, first, week.data.entries, now);
    return { day, place, state: place ? 'free' : 'none' };
  });
}

/** Books one place after another; what has succeeded is not asked for again. */
export function useBookNext(appointmentId: string) {
  const [results, setResults] = useState<Record<string, Result>>({});
  const [busy, setBusy] = useState(false);
  const requestIds = useRef<Record<string, string>>({});

  async function bookOne({ slotId }: WeekEntry): Promise<void> {
    const note = (result: Result) => setResults((before) => ({ ...before, [slotId]: result }));
    note({ state: 'busy' });
    const requestId = (requestIds.current[slotId] ??= newRequestId());
    const answer = await call('booking.bookNext', { appointmentId, slotId }, requestId);
    if (answer.ok) {
      const waits = answer.data.state === 'awaitingConsent';
      note({ state: waits ? 'awaiting' : 'booked' });
    } else {
      const { code } = answer.error;
      note({
        state: code === 'SLOT_TAKEN' ? 'taken' : 'failed',
        message: deskMessage(answer.error),
      });
    }
  }

  async function book(places: WeekEntry[]): Promise<void> {
    setBusy(true);
    for (const place of places) {
      const state = results[place.slotId]?.state;
      if (state !== 'booked' && state !== 'awaiting') await bookOne(place);
    }
    setBusy(false);
  }

  return { results, busy, book };
}
