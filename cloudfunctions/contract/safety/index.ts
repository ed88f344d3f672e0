import { alertDesk } from './desk';
import { alertRecords } from './records';
import { checkedLines } from './lines';
import { dutyRoster } from './duty';
import { judged } from './judged';
import { listening } from './listening';

export { lineFaults } from '../safeguarding-for-all';
export * from './alert';
export { DutyEntrySchema, DutyShiftSchema, DutyWeekSchema } from './duty';
export type { DutyEntry, DutyShift, DutyWeek } from './duty';
export { CheckedLineSchema, type CheckedLine } from './lines';
export { AlertIdSchema, type Worker } from './parts';
export * from './words';

/** Everything of safeguarding that staff ask for. */
export const safety = {
  ...alertDesk,
  ...alertRecords,
  ...listening,
  ...dutyRoster,
  ...checkedLines,
  ...judged,
};
