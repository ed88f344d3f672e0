import * as v from 'valibot';
import { children } from '../collections';
import { command } from '../database';
import { decrypt } from '../field-encryption';
import type { Migration } from './migration';

const AwaySchema = v.object({ confirmedAt: v.optional(v.number()) });
const ReadSchema = v.object({
  _id: v.string(),
  visitDue: v.optional(v.string()),
  away: v.optional(v.string()),
});

function isConfirmed(id: string, away: string | undefined): boolean {
  if (away === undefined) return false;
  const open = decrypt({ collection: children.name, id, field: 'away' }, away);
  return v.parse(AwaySchema, JSON.parse(open)).confirmedAt !== undefined;
}

/** Children find their place in the child director's lists. */
export const care: Migration[] = [
  {
    id: '2026-11-26-children-visit-due',
    collection: children,
    reads: ['visitDue', 'away'],
    change(document) {
      const { _id, visitDue, away } = v.parse(ReadSchema, document);
      if (visitDue !== undefined) return undefined;
      return {
        set: { visitDue: '', confirmed: isConfirmed(_id, away) },
        unless: { visitDue: command.exists(false) },
      };
    },
  },
];
