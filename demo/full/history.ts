import { liId, counsellorDocuments } from '../county/counsellors';
import type { AppointmentDocument, SlotDocument } from '../../cloudfunctions/platform/collections';
import { dayOf, dayMs, hourMs, startOfDay } from '../../cloudfunctions/rules/dates';
import { bookVisit } from '../visits/book-visit';
import { someWorries, type Booker } from '../visits';
import { slotsAround } from '../visits/slots';

/** Far enough back for 500 visits, not more than a few a week. */
const daysBack = 700;

/** `count` visits that are over, of one child with 李老师, older than `newest` days. */
export function longHistory(
  booker: Booker,
  count: number,
  question: { now: number; newest: number; random: () => number },
): { slots: SlotDocument[]; appointments: AppointmentDocument[] } {
  const { now, newest, random } = question;
  if (count === 0) return { slots: [], appointments: [] };
  const counsellor = counsellorDocuments.find(({ _id }) => _id === liId);
  if (!counsellor) throw new Error('no demonstration counsellor');
  const edge = startOfDay(dayOf(now)) - newest * dayMs;
  const past = slotsAround(counsellor, now, daysBack).filter((slot) => slot.start < edge);
  const step = Math.floor(past.length / count);
  const slots = past.filter((_slot, index) => index % step === 0).slice(-count);
  const appointments = slots.map((slot) =>
    bookVisit(
      {
        ...booker,
        id: `demo-visit-${slot._id}`,
        slot,
        worries: someWorries(random),
        bookedAt: slot.start - 30 * hourMs,
      },
      now,
    ),
  );
  return { slots, appointments };
}
