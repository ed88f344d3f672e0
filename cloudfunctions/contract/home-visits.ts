import * as v from 'valibot';
import { contractOf } from './action';
import { HelpSchema } from './help';
import { limits } from './limits';
import { DaySchema, IdSchema } from './shapes';

/** How it was at home, in three words that nobody has to type. */
export const homeStates = ['well', 'soSo', 'worrying'] as const;
export const HomeStateSchema = v.picklist(homeStates);
export type HomeState = v.InferOutput<typeof HomeStateSchema>;

export const VisitWordsSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.check((text) => Array.from(text).length <= limits.visitCharacters),
);

/** Apart from the other actions of the desk: a note may be sent long after its page was left. */
export const homeVisits = {
  'director.noteVisit': contractOf({
    summary: 'A child director writes down a visit at home; it may arrive days later.',
    effect: 'write',
    input: v.pipe(
      v.strictObject({
        childId: IdSchema,
        day: DaySchema,
        /** Somebody was at home. */
        met: v.boolean(),
        state: v.optional(HomeStateSchema),
        words: v.optional(VisitWordsSchema),
        /** It is about the child's safety: in nobody's copy of the records. */
        safety: v.boolean(),
        /** The director wants to come again soon. */
        again: v.boolean(),
      }),
      // Whoever met nobody has nothing to say of them.
      v.check(({ met, state, again }) => met || (state === undefined && !again)),
    ),
    output: v.object({
      /** When the next visit is due; absent: none is. */
      due: v.optional(DaySchema),
      help: v.optional(HelpSchema),
    }),
  }),
};
