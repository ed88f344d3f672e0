import * as v from 'valibot';
import { contractOf } from './action';
import { RelationSchema } from './enums';
import { limits } from './limits';
import { IdSchema } from './shapes';

/** How one child's family has reacted to an announcement. */
export const ReactionSchema = v.object({
  childId: IdSchema,
  /** What was asked for has been done. */
  done: v.boolean(),
  /** The caller has seen it. */
  mine: v.boolean(),
  by: v.array(RelationSchema),
  choice: v.optional(v.number()),
  /** The school told them in person. */
  inPerson: v.boolean(),
});
export type Reaction = v.InferOutput<typeof ReactionSchema>;

/** Which of an announcement's choices. */
export const ChoiceNumberSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(limits.choicesPerAnnouncement - 1),
);

/** Apart from the other actions of announcements: it may be sent long after their pages were left. */
export const acknowledging = {
  'school.acknowledge': contractOf({
    summary: 'The caller has seen an announcement, or answers it; an answer may be changed.',
    effect: 'repeatable',
    input: v.strictObject({
      announcementId: IdSchema,
      childId: IdSchema,
      choice: v.optional(ChoiceNumberSchema),
    }),
    output: ReactionSchema,
  }),
};
