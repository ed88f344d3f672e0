import * as v from 'valibot';
import { contractOf } from './action';
import { ChildSchema } from './family';
import { RelationSchema, StaffRoleSchema } from './enums';
import { limits } from './limits';
import { PersonSchema, SignsSchema } from './person';
import { EmptySchema, IdSchema, MomentSchema, nameOf, TownshipCodeSchema } from './shapes';

/** 22 letters of base64url: 128 bits of chance, and short enough for the scene of a mini program code. */
export const CodeSchema = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));

/** An invitation as whoever made it gets it: once, to pass on. */
export const InvitationSchema = v.object({ code: CodeSchema, expiresAt: MomentSchema });

const PostSchema = v.pipe(
  v.strictObject({
    role: StaffRoleSchema,
    /** How the person is called, `李老师`. */
    name: nameOf(limits.staffNameCharacters),
    /** A teacher's or a school's administrator's school. */
    schoolId: v.optional(IdSchema),
    /** A teacher's classes, `三年级二班`. */
    classes: v.optional(v.pipe(v.array(nameOf(limits.classNameCharacters)), v.maxLength(10))),
    /** A child director's township. */
    township: v.optional(TownshipCodeSchema),
    /** Whose week and visits a counsellor's account shows. */
    counsellorId: v.optional(IdSchema),
  }),
  v.check(({ role, schoolId }) => role !== 'teacher' || schoolId !== undefined),
  v.check(({ role, township }) => role !== 'director' || township !== undefined),
  v.check(({ role, counsellorId }) => role !== 'counsellor' || counsellorId !== undefined),
);

/** A post as staff and administrators see it. */
export const StaffPostSchema = v.object({
  /** Names the post, not the person: openids do not leave the backend. */
  id: IdSchema,
  role: StaffRoleSchema,
  name: v.string(),
  schoolName: v.optional(v.string()),
  classes: v.optional(v.array(v.string())),
  township: v.optional(v.string()),
  since: MomentSchema,
  mine: v.boolean(),
  signs: v.optional(SignsSchema),
});
export type StaffPost = v.InferOutput<typeof StaffPostSchema>;

/** Families without a telephone whose proxy goes or has gone, by township. */
export const WaitingSchema = v.object({ township: TownshipCodeSchema, families: v.number() });
export type Waiting = v.InferOutput<typeof WaitingSchema>;

/** Who takes them over, as they are called; nobody is there yet when it is absent. */
export const HandoverSchema = v.object({ ...WaitingSchema.entries, to: v.optional(v.string()) });
export type Handover = v.InferOutput<typeof HandoverSchema>;

export const invitation = {
  'account.claimSystem': contractOf({
    summary:
      'Makes the caller the first administrator, once, with the set-up code of the operator.',
    effect: 'repeatable',
    input: v.strictObject({
      code: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
      name: nameOf(limits.staffNameCharacters),
    }),
    output: PersonSchema,
  }),
  'account.invite': contractOf({
    summary: 'Invites somebody to a post: one code, one person, until it expires.',
    effect: 'write',
    input: PostSchema,
    output: InvitationSchema,
  }),
  'account.showInvitation': contractOf({
    summary: 'Says who invites to what, before anything is accepted.',
    effect: 'read',
    input: v.strictObject({ code: CodeSchema }),
    output: v.variant('kind', [
      v.object({
        kind: v.literal('family'),
        nickname: v.string(),
        inviter: RelationSchema,
        /** The child, for somebody who is in its circle already. */
        childId: v.optional(IdSchema),
        expiresAt: MomentSchema,
      }),
      v.object({
        kind: v.literal('post'),
        role: StaffRoleSchema,
        name: v.string(),
        inviterName: v.string(),
        schoolName: v.optional(v.string()),
        classes: v.optional(v.array(v.string())),
        township: v.optional(TownshipCodeSchema),
        expiresAt: MomentSchema,
      }),
    ]),
  }),
  'account.drawInvitation': contractOf({
    summary: 'The mini program code of an invitation, to print on a poster or a slip.',
    effect: 'read',
    input: v.strictObject({ code: CodeSchema }),
    output: v.object({
      /** PNG, base64. */
      image: v.string(),
      expiresAt: MomentSchema,
    }),
  }),
  'account.acceptInvitation': contractOf({
    summary: 'Takes up a post. The code is used up.',
    effect: 'write',
    input: v.strictObject({ code: CodeSchema }),
    output: PersonSchema,
  }),
  'account.listStaff': contractOf({
    summary: 'The people an administrator answers for: the whole county, or one school.',
    effect: 'read',
    input: v.strictObject({ cursor: v.optional(IdSchema) }),
    output: v.object({
      posts: v.array(StaffPostSchema),
      next: v.optional(IdSchema),
      /** For the county's administrators, with the first page: who waits for a child director. */
      waiting: v.optional(v.array(WaitingSchema)),
    }),
  }),
  'account.endPost': contractOf({
    summary: 'Ends a post: from this moment on it opens nothing any more.',
    effect: 'repeatable',
    input: v.strictObject({ postId: IdSchema }),
    output: EmptySchema,
  }),
  'account.showEnding': contractOf({
    summary: 'How many families a post’s holder acts for, and who takes them over when it ends.',
    effect: 'read',
    input: v.strictObject({ postId: IdSchema }),
    output: v.object({ handovers: v.array(HandoverSchema) }),
  }),
  'family.inviteFamily': contractOf({
    summary: 'A code for another adult of the child, to be shared as a card.',
    effect: 'write',
    input: v.strictObject({ childId: IdSchema }),
    output: InvitationSchema,
  }),
  'family.joinFamily': contractOf({
    summary: 'Enters a child’s circle with a code; begins an account if there is none.',
    effect: 'write',
    input: v.strictObject({ code: CodeSchema, relation: RelationSchema }),
    output: ChildSchema,
  }),
};
