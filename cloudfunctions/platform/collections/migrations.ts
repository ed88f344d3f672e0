import * as v from 'valibot';
import { defineCollection, type DocumentOf } from './collection';

/** `migrations/{id}`: the ledger of changes to stored documents: which ran, when, and how far. */
export const migrations = defineCollection({
  name: 'migrations',
  schema: v.object({
    _id: v.string(),
    startedAt: v.number(),
    /** Null while it is going on. */
    finishedAt: v.nullable(v.number()),
    /** The last document that was looked at in this pass. */
    after: v.string(),
    /** Documents looked at in this pass, and changed in this pass and altogether. */
    seen: v.number(),
    inPass: v.number(),
    changed: v.number(),
    passes: v.number(),
  }),
  indexes: [],
});
export type MigrationDocument = DocumentOf<typeof migrations>;
