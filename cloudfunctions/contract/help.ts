import * as v from 'valibot';

/** How soon a person should see something: S3 now, S2 the same day, S1 in the weekly look. */
export const alertLevels = ['S1', 'S2', 'S3'] as const;
export const AlertLevelSchema = v.picklist(alertLevels);
export type AlertLevel = v.InferOutput<typeof AlertLevelSchema>;

/**
 * What whoever has just written something is told with the answer: which card to show, as their own
 * words have it, and whether a person is on duty now. Nothing of what was raised about whom.
 */
export const HelpSchema = v.object({ level: AlertLevelSchema, onDuty: v.boolean() });
export type Help = v.InferOutput<typeof HelpSchema>;
