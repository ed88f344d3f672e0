import * as v from 'valibot';
import { defineCollection, type DocumentOf } from './collection';

/**
 * `legalHolds/{…}`: an authority wants somebody's records kept. Nothing of theirs, or of the children
 * named, is swept or erased until a second administrator has lifted it. No family account reads it.
 */
export const legalHolds = defineCollection({
  name: 'legalHolds',
  encrypted: ['details', 'setName', 'liftedName'],
  schema: v.object({
    _id: v.string(),
    county: v.string(),
    active: v.boolean(),
    /** Openid of the person, and their children: when it was set, and who has come to them since. */
    about: v.string(),
    childIds: v.array(v.string()),
    /** Who neither sees nor lifts it, post or no post: the person and the circles of the children. */
    keptFrom: v.array(v.string()),
    /** Reason, reference, end of the telephone number: JSON, encrypted. */
    details: v.string(),
    /** Openid, and how they are called; empty and null once their account is gone. */
    setBy: v.string(),
    setName: v.nullable(v.string()),
    setAt: v.number(),
    liftedBy: v.nullable(v.string()),
    liftedName: v.nullable(v.string()),
    liftedAt: v.nullable(v.number()),
  }),
  indexes: [
    { name: 'active', fields: [['active', 1]] },
    {
      name: 'county_setAt',
      fields: [
        ['county', 1],
        ['setAt', -1],
      ],
    },
    { name: 'setBy', fields: [['setBy', 1]] },
    { name: 'liftedBy', fields: [['liftedBy', 1]] },
  ],
});
export type LegalHoldDocument = DocumentOf<typeof legalHolds>;
