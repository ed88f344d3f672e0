import * as v from 'valibot';
import { RelationSchema, StaffRoleSchema } from '@contract/enums';
import { SignsSchema } from '@contract/person';
import { defineCollection, type DocumentOf } from './collection';

const post = {
  role: StaffRoleSchema,
  county: v.string(),
  schoolId: v.optional(v.string()),
  schoolName: v.optional(v.string()),
  classes: v.optional(v.array(v.string())),
  township: v.optional(v.string()),
  counsellorId: v.optional(v.string()),
};

/** `invitations/{HMAC of the code}`: single use. Whoever reads the database cannot use one. */
export const invitations = defineCollection({
  name: 'invitations',
  encrypted: ['names'],
  schema: v.object({
    _id: v.string(),
    by: v.string(),
    createdAt: v.number(),
    expiresAt: v.number(),
    usedBy: v.nullable(v.string()),
    to: v.variant('kind', [
      v.object({ kind: v.literal('family'), childId: v.string(), inviter: RelationSchema }),
      v.object({ kind: v.literal('post'), ...post }),
    ]),
    /** Name of the invited and of the inviter, JSON, encrypted; posts only. */
    names: v.optional(v.string()),
  }),
  indexes: [{ name: 'expiresAt', fields: [['expiresAt', 1]] }],
});
export type InvitationDocument = DocumentOf<typeof invitations>;

/** Who holds, or held, which post. */
export const posts = defineCollection({
  name: 'posts',
  encrypted: ['name'],
  schema: v.object({
    _id: v.string(),
    openid: v.string(),
    ...post,
    /** How the holder is called, encrypted. */
    name: v.string(),
    since: v.number(),
    /** When it ended. */
    until: v.nullable(v.number()),
    /** The children it left behind, until they wait for the next one; and when it left them. */
    left: v.optional(v.array(v.object({ id: v.string(), township: v.string() }))),
    leftAt: v.optional(v.number()),
    /** A counsellor's: since when its threads are to be closed; absent once they are. */
    closing: v.optional(v.number()),
    /** Since when the alerts it had in hand are to wait again; absent once they do. */
    returning: v.optional(v.number()),
    /** The post of whoever took over what this one had to do. */
    handedTo: v.optional(v.string()),
    /** The school year that the classes stand for: nobody moves up twice. */
    classYear: v.optional(v.string()),
    /** Which signatures under guides it is trusted with. */
    signs: v.optional(SignsSchema),
  }),
  indexes: [
    {
      name: 'county',
      fields: [
        ['county', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'school',
      fields: [
        ['schoolId', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'township',
      fields: [
        ['township', 1],
        ['_id', 1],
      ],
    },
    {
      name: 'counsellor',
      fields: [
        ['counsellorId', 1],
        ['_id', 1],
      ],
    },
    { name: 'leftAt', fields: [['leftAt', 1]] },
    { name: 'closing', fields: [['closing', 1]] },
    { name: 'returning', fields: [['returning', 1]] },
  ],
});
export type PostDocument = DocumentOf<typeof posts>;

/** `quotas/{openid}_{action}_{hour}`: how often somebody has done something within the hour. */
export const quotas = defineCollection({
  name: 'quotas',
  schema: v.object({ _id: v.string(), count: v.number(), until: v.number() }),
  indexes: [{ name: 'until', fields: [['until', 1]] }],
});

/** What exists once: `claim`, by whom and when the system was taken into use. */
export const system = defineCollection({
  name: 'system',
  schema: v.object({ _id: v.string(), by: v.string(), at: v.number() }),
  indexes: [],
});
