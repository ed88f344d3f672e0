import * as v from 'valibot';
import { RoleSchema, SizeSchema, StaffRoleSchema } from './enums';
import { ReviewerCodeSchema } from './guides';
import { CountyCodeSchema, IdSchema, MomentSchema, nameOf, TownshipCodeSchema } from './shapes';

/** Which signatures under guides a post is trusted with, and what stands beside the name. */
export const SignsSchema = v.object({
  codes: v.pipe(v.array(ReviewerCodeSchema), v.minLength(1), v.maxLength(6)),
  title: nameOf(20),
  organisation: nameOf(40),
});
export type Signs = v.InferOutput<typeof SignsSchema>;

/** Who I am, as the mini program shows it. */
export const PersonSchema = v.object({
  signedIn: v.boolean(),
  roles: v.array(RoleSchema),
  role: v.optional(RoleSchema),
  /** How staff are called, `李老师`; families have none. */
  name: v.optional(v.string()),
  /** The posts somebody holds and where, newest last. */
  posts: v.optional(
    v.array(
      v.object({
        role: StaffRoleSchema,
        county: CountyCodeSchema,
        schoolId: v.optional(IdSchema),
        township: v.optional(TownshipCodeSchema),
        classes: v.optional(v.array(v.string())),
        signs: v.optional(SignsSchema),
      }),
    ),
  ),
  size: v.optional(SizeSchema),
  township: v.optional(TownshipCodeSchema),
  /** Whether a telephone number is on file, and its last four digits to recognise it by. */
  phoneEnding: v.optional(v.string()),
  /** Folder of cloud storage that this person may write recordings to. */
  voiceFolder: v.optional(IdSchema),
  /** Notices that were not looked at yet. */
  unread: v.optional(v.number()),
  /** When the account will be deleted, if that was asked for. */
  deleteAt: v.optional(MomentSchema),
});
export type Person = v.InferOutput<typeof PersonSchema>;
