import { limits } from '@contract/limits';
import { defineAction } from '../../platform/action';
import { familyOfChild } from '../../platform/allow';
import { children, timeline } from '../../platform/collections';
import { openChild } from './read-children';
import { heardBy, mayBeSeen, openNote, viewNote } from '../../platform/timeline-entries';
import { familyMember } from './family-warmth';

/** What the child's corner shows: nothing but the latest notes. */
export const listNotes = defineAction('family.listNotes', {
  allow: familyOfChild,
  async handle({ caller, database, now }, { childId }) {
    const [found, entries] = await Promise.all([
      database.get(children, childId),
      database.find(timeline, {
        where: { childId, kind: 'note' },
        order: [['at', 'desc']],
        limit: limits.notesShown,
      }),
    ]);
    const { child } = familyMember(found, caller.openid);
    const all = entries.map((entry) =>
      heardBy(child, viewNote(entry, openNote(entry, childId).note, caller.openid)),
    );
    return { now, nickname: openChild(child).nickname, notes: all.filter(mayBeSeen) };
  },
});
