import { defineAction } from '../../platform/action';
import { familyOfChild } from '../../platform/allow';
import { children, timeline } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { openNote, sealEntry, viewNote, type NoteDetails } from '../../platform/timeline-entries';
import { familyMember, keepWarmth } from './family-warmth';

/** The child has heard it, in the corner of somebody else's phone; or its sender has taken in the answer. */
export const markNoteHeard = defineAction('family.markNoteHeard', {
  allow: familyOfChild,
  async handle({ caller, now, once }, { childId, noteId }) {
    const { openid } = caller;
    return once(async (transaction) => {
      const { child, warmth } = familyMember(await transaction.get(children, childId), openid);
      const { entry, note } = openNote(await transaction.get(timeline, noteId), childId);
      const mine = entry.by === openid;
      if (note.held && !mine) throw new ActionError('NOT_FOUND');
      const heard: NoteDetails = mine
        ? { ...note, ...(note.answer && { answerHeardAt: note.answerHeardAt ?? now }) }
        : { ...note, heardAt: note.heardAt ?? now };
      await transaction.update(timeline, noteId, sealEntry(noteId, heard));
      await keepWarmth(transaction, child, {
        ...warmth,
        ...(mine
          ? { answers: warmth.answers.filter((one) => one.noteId !== noteId) }
          : { notes: warmth.notes.filter(({ id }) => id !== noteId) }),
      });
      return viewNote(entry, heard, openid);
    });
  },
});
