import { worries, type Worry } from '../../cloudfunctions/contract/enums';
import { limits } from '../../cloudfunctions/contract/limits';
import type {
  AppointmentDocument,
  ChildDocument,
  SlotDocument,
} from '../../cloudfunctions/platform/collections';
import { addDays, dayOf, hourMs, startOfDay } from '../../cloudfunctions/rules/dates';
import { reachOfChild } from '../../cloudfunctions/rules/reach';
import { overlaps } from '../../cloudfunctions/rules/slots';
import type { DemoChild, DemoPerson } from '../families/documents';
import { between, oneOf, shuffled } from '../random';
import { bookVisit, cancelVisit, type Visit } from './book-visit';

export interface Booker {
  child: DemoChild;
  kept: ChildDocument;
  adult: DemoPerson;
}

interface Question {
  slots: SlotDocument[];
  bookers: Booker[];
  now: number;
  random: () => number;
  /** How large a part of a counsellor's places is taken on that day. */
  shareOf: (slot: SlotDocument) => number;
}

/** One in so many visits was called off again. */
const cancelledShare = 0.12;
const bookedDaysAhead = 7;

/** Fills part of the slots with visits of the families: this past week, today and the coming one. */
export function makeVisits(question: Question): AppointmentDocument[] {
  const { slots, bookers, now, random, shareOf } = question;
  const until = startOfDay(addDays(dayOf(now), bookedDaysAhead + 1));
  const visitsOf = new Map<string, SlotDocument[]>();
  const made: AppointmentDocument[] = [];
  const wanted = slots.filter(
    (slot) => slot.state === 'free' && slot.start < until && random() < shareOf(slot),
  );
  for (const slot of wanted.sort((one, other) => one.start - other.start)) {
    const booker = shuffled(random, bookers).find((candidate) =>
      canCome(candidate, slot, visitsOf.get(candidate.child.id) ?? [], now),
    );
    if (!booker) continue;
    const visit: Visit = {
      ...booker,
      id: `demo-visit-${slot._id}`,
      slot,
      worries: someWorries(random),
      bookedAt: Math.min(slot.start, now) - between(random, 3, 70) * hourMs,
    };
    // A full day stays full.
    if (shareOf(slot) < 1 && random() < cancelledShare) {
      made.push(cancelVisit(visit, visit.bookedAt + 2 * hourMs));
      continue;
    }
    made.push(bookVisit(visit, now));
    visitsOf.set(booker.child.id, [...(visitsOf.get(booker.child.id) ?? []), slot]);
  }
  return made;
}

/** The same conditions as areas/booking/book.ts has. */
function canCome(
  { child, kept, adult }: Booker,
  slot: SlotDocument,
  visits: SlotDocument[],
  now: number,
): boolean {
  const reachable = reachOfChild(child).includes(slot.reach);
  const free = !visits.some((visit) => overlaps(visit, slot));
  const needsPhone = slot.kind === 'phone' || slot.kind === 'home';
  const room = slot.end + hourMs <= now || kept.upcoming.length < limits.upcomingPerChild;
  return reachable && free && room && (adult.phone !== undefined || !needsPhone);
}

export function someWorries(random: () => number): Worry[] {
  const first = oneOf(random, worries);
  const second = oneOf(random, worries);
  return first === second || random() < 0.4 ? [first] : [first, second];
}
