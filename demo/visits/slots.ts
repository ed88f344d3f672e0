import { slotsOf } from '../../cloudfunctions/areas/booking/plan-slots';
import type { CounsellorDocument, SlotDocument } from '../../cloudfunctions/platform/collections';
import { addDays, dayOf } from '../../cloudfunctions/rules/dates';

/**
 * The places that the job makes from a counsellor's hours, from `daysBack` days ago up to the
 * horizon, earliest first; `makeSlots` will make the same ones again and leave out what is there.
 */
export function slotsAround(
  counsellor: CounsellorDocument,
  now: number,
  daysBack: number,
): SlotDocument[] {
  const first = addDays(dayOf(now), -daysBack);
  return slotsOf(counsellor, first, daysBack + counsellor.hours.horizonDays);
}
