import * as v from 'valibot';
import { StaffRoleSchema } from '../enums';
import { limits } from '../limits';
import { IdSchema } from '../shapes';

/** Of an alert, or of a recording that nobody has heard. */
export const AlertIdSchema = IdSchema;

/** What safeguarding writes down: several lines, no control characters. */
export const written = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.check((text) => Array.from(text).length <= limits.alertTextCharacters),
  v.regex(/^(?:[^\p{Cc}]|\n)+$/u),
);

/** Somebody of the staff, as the others of the staff know them. */
export const WorkerSchema = v.object({ name: v.string(), role: StaffRoleSchema });
export type Worker = v.InferOutput<typeof WorkerSchema>;

/** What names the alert that something is done about. */
export const ofAlert = { alertId: AlertIdSchema };
/** `next` of the page before. */
export const before = v.optional(v.pipe(v.string(), v.maxLength(300)));
