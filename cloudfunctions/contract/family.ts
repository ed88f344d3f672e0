import * as v from 'valibot';
import { contractOf } from './action';
import { RelationSchema } from './enums';
import { EmptySchema, IdSchema, NicknameSchema } from './shapes';

export const ChildSchema = v.object({
  id: IdSchema,
  nickname: v.string(),
  birthYear: v.number(),
  birthMonth: v.number(),
  schoolId: v.optional(IdSchema),
  schoolName: v.optional(v.string()),
  /** Who the caller is to the child. */
  relation: RelationSchema,
});
export type Child = v.InferOutput<typeof ChildSchema>;

/** Data minimisation (rules.md): nickname, birth year and month, school, relation; nothing else. */
export const NewChildSchema = v.strictObject({
  nickname: NicknameSchema,
  birthYear: v.pipe(v.number(), v.integer(), v.minValue(1990), v.maxValue(2200)),
  birthMonth: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
  schoolId: v.optional(IdSchema),
  relation: RelationSchema,
});
export type NewChild = v.InferOutput<typeof NewChildSchema>;

export const family = {
  'family.addChild': contractOf({
    summary: 'Writes down a child and puts the caller into its circle.',
    effect: 'write',
    input: NewChildSchema,
    output: ChildSchema,
  }),
  'family.listChildren': contractOf({
    summary: 'The children in whose circle the caller is.',
    effect: 'read',
    input: EmptySchema,
    output: v.object({ children: v.array(ChildSchema) }),
  }),
};
