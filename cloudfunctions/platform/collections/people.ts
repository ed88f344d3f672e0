import * as v from 'valibot';
import { RelationSchema, RoleSchema, SizeSchema, StaffRoleSchema } from '@contract/enums';
import { SignsSchema } from '@contract/person';
import { defineCollection, type DocumentOf } from './collection';

/** Who someone is to whom, by openid: an index that is read once a request. */
export const people = defineCollection({
  name: 'people',
  encrypted: ['name', 'phone'],
  schema: v.object({
    _id: v.string(),
    roles: v.array(RoleSchema),
    role: RoleSchema,
    /** How staff are called, encrypted. */
    name: v.optional(v.string()),
    /** Telephone number, encrypted, and its HMAC for finding a person by it. */
    phone: v.optional(v.string()),
    phoneIndex: v.optional(v.string()),
    size: v.optional(SizeSchema),
    township: v.optional(v.string()),
    /** Copied from `posts`, which is the truth; a post that ends leaves this list in the same moment. */
    posts: v.array(
      v.object({
        id: v.string(),
        role: StaffRoleSchema,
        county: v.string(),
        schoolId: v.optional(v.string()),
        township: v.optional(v.string()),
        counsellorId: v.optional(v.string()),
        /** A teacher's classes; without them the whole school. */
        classes: v.optional(v.array(v.string())),
        signs: v.optional(SignsSchema),
      }),
    ),
    /** When the account is to be deleted. */
    deleteAt: v.optional(v.nullable(v.number())),
    /** Copied from `children`, which is the truth: saves a read on every page. */
    children: v.array(
      v.object({
        id: v.string(),
        relation: RelationSchema,
        township: v.string(),
        schoolId: v.optional(v.string()),
        className: v.optional(v.string()),
        /** The caller is in the circle for their post, which is gone when the post is. */
        proxy: v.optional(v.literal(true)),
      }),
    ),
    /**
     * Whose threads this person may see for some days beside their own: a school's for a colleague who
     * is away, or one child's that nobody has answered. Days, both included.
     */
    standIns: v.optional(
      v.array(
        v.object({
          id: v.string(),
          schoolId: v.string(),
          childId: v.optional(v.string()),
          /** Of a colleague who has not the whole school. */
          classes: v.optional(v.array(v.string())),
          from: v.string(),
          to: v.string(),
        }),
      ),
    ),
    /** Notices since the inbox was looked at last. */
    unread: v.optional(v.number()),
    /** Raised by a transaction that depends on this account without changing it. */
    rev: v.optional(v.number()),
    createdAt: v.number(),
  }),
  indexes: [
    { name: 'phone', fields: [['phoneIndex', 1]] },
    { name: 'deleteAt', fields: [['deleteAt', 1]] },
  ],
});
export type PersonDocument = DocumentOf<typeof people>;
