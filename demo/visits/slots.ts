import { newSlots } from '../../cloudfunctions/areas/booking/make-slots';
import { limits } from '../../cloudfunctions/contract/limits';
import type { CounsellorDocument, SlotDocument } from '../../cloudfunctions/platform/collections';
import { addDays, dayOf } from '../../cloudfunctions/rules/dates';

/**
 * The places that the job makes from a counsellor's week, from `daysBack` days ago up to the
 * horizon, earliest first; `makeSlots` will make the same ones again and leave out what is there.
 */
export function slotsAround(
  counsellor: CounsellorDocument,
  now: number,
  daysBack: number,
): SlotDocument[] {
  const today = dayOf(now);
  const runs = Math.ceil(daysBack / limits.horizonDays);
  const first = addDays(today, -daysBack);
  const made: SlotDocument[] = [];
  for (let run = -runs; run <= 0; run += 1) {
    made.push(...newSlots(counsellor, [], addDays(today, run * limits.horizonDays)));
  }
  return made
    .filter((slot) => dayOf(slot.start) >= first)
    .sort((one, other) => one.start - other.start);
}
