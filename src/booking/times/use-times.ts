import { useEffect, useRef, useState } from 'react';
import type { InputOf, OutputOf } from '@contract';
import type { DayChoice, Hold, Slot } from '@contract/slot';
import { daysBetween } from '@rules/dates';
import { call } from '@/cloud/call';
import { useQuery, type Query } from '@/cloud/use-query';
import { useBookingDraft, type BookingDraft } from '@/session/booking-draft';
import { endWith } from '@/session/routes';

export interface Times {
  query: Query<OutputOf<'booking.findSlots'>>;
  days: DayChoice[];
  chooseDay: (day: string) => void;
  chosen: Slot | undefined;
  hold: Hold | undefined;
  /** A place has been tapped and its answer is not there yet. */
  holding: boolean;
  /** Somebody was quicker: the nearest other times. */
  alternatives: Slot[] | undefined;
  failed: string | undefined;
  choose: (slot: Slot) => void;
}

interface Outcome {
  alternatives?: Slot[];
  failed?: string;
}

/** Free times and the place that is kept while the person decides. */
export function useTimes(): Times {
  const { draft, change, finish } = useBookingDraft();
  const { childId, slot: chosen, hold } = draft;
  const [picked, setDay] = useState<string>();
  const [outcome, setOutcome] = useState<Outcome>({});
  const busy = useRef(false);
  const question = questionOf(draft);
  const soonest = useQuery('booking.findSlots', question);
  const day = picked ?? nearestDay(soonest.data, draft.filter?.around);
  const ofDay = useQuery('booking.findSlots', question && day ? { ...question, day } : undefined);
  const query = day ? ofDay : soonest;

  function claim(slot: Slot) {
    // One at a time: two claims that cross on the way would let each other go.
    if (!childId || busy.current) return;
    busy.current = true;
    change({ slot, hold: undefined });
    void claimUnlessSettled(childId, slot).finally(() => {
      busy.current = false;
    });
  }

  async function claimUnlessSettled(childId: string, slot: Slot) {
    // A confirmation whose answer was lost may have booked: then that is it, and not a second one.
    const settled = draft.sent ? await findBooked(childId, draft.sent) : undefined;
    if (settled?.failed !== undefined) {
      setOutcome({ failed: settled.failed });
      change({ slot: undefined });
      return;
    }
    if (settled?.id !== undefined) {
      finish();
      endWith('bookingDone', { id: settled.id });
      return;
    }
    const answer = await call('booking.holdSlot', { slotId: slot.id, childId });
    const now = useBookingDraft.getState().draft;
    if (now.childId !== childId || now.slot?.id !== slot.id) return; // they have moved on
    if (!answer.ok) {
      setOutcome({ failed: answer.error.message });
      change({ slot: undefined });
    } else if (answer.data.outcome === 'held') {
      setOutcome({});
      change({ slot, hold: answer.data.hold, sent: undefined });
    } else {
      setOutcome({ alternatives: answer.data.alternatives });
      change({ slot: undefined });
    }
  }

  // The earliest time is kept for them at once, once a question: the commonest wish costs no tap.
  const begun = useRef('');
  const asked = JSON.stringify(question);
  const first = query.data?.slots[0];
  const fresh = !query.loading && query.error === undefined;
  useEffect(() => {
    if (begun.current === asked || !fresh || !first) return;
    begun.current = asked;
    const kept = hold !== undefined && hold.until > (query.data?.now ?? 0);
    if (!kept) claim(first);
  });

  return {
    query,
    days: withDay(soonest.data?.days ?? [], ofDay.data),
    chooseDay(next) {
      setDay(next);
      setOutcome({});
    },
    chosen,
    hold,
    holding: chosen !== undefined && hold === undefined,
    alternatives: outcome.alternatives,
    failed: outcome.failed,
    choose: claim,
  };
}

/** What is asked for this draft; nothing without a child. */
function questionOf(draft: BookingDraft): InputOf<'booking.findSlots'> | undefined {
  const { childId, siblingId, kind, filter } = draft;
  if (!childId) return undefined;
  return {
    childId,
    siblingId,
    kind: kind === 'any' ? undefined : kind,
    gender: filter?.gender,
    language: filter?.language,
    need: filter?.need,
    counsellorId: filter?.counsellor?.id,
  };
}

/** The day with times that lies nearest to the one the counsellor named, if not the first anyway. */
function nearestDay(
  found: OutputOf<'booking.findSlots'> | undefined,
  around: string | undefined,
): string | undefined {
  if (!found || around === undefined) return undefined;
  const away = (choice: DayChoice) => Math.abs(daysBetween(around, choice.day));
  const possible = found.days.filter(({ state }) => state !== 'none');
  const [nearest] = possible.sort((a, b) => away(a) - away(b));
  return nearest?.day === found.day ? undefined : nearest?.day;
}

/** The appointment that an unanswered confirmation made, if it did; or that it cannot be known now. */
async function findBooked(
  childId: string,
  slot: Slot,
): Promise<{ id?: string | undefined; failed?: string }> {
  const answer = await call('booking.listAppointments', { when: 'upcoming' });
  if (!answer.ok) return { failed: answer.error.message };
  const { appointments } = answer.data;
  return {
    id: appointments.find((one) => one.childId === childId && one.start === slot.start)?.id,
  };
}

/** A day that was asked for by itself is known better than the strip knows it. */
function withDay(days: DayChoice[], asked: OutputOf<'booking.findSlots'> | undefined): DayChoice[] {
  const known = asked?.days.find((choice) => choice.day === asked.day);
  return days.map((choice) => (choice.day === known?.day ? known : choice));
}
