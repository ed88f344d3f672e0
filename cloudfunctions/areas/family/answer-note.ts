import { defineAction } from '../../platform/action';
import { familyOfChild } from '../../platform/allow';
import { children, timeline } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { checkVoice } from '../../platform/voice-folder';
import { noteChecks, startVoiceCheck } from './check-said';
import { memberId } from './circle';
import { openChild } from './read-children';
import { openNote, sealEntry, viewNote, type NoteDetails } from '../../platform/timeline-entries';
import { answersKept } from '../../platform/warmth';
import { checkRecording, familyMember, keepWarmth } from './family-warmth';

/** The loop closes: the child answers, and whoever sent the note is told. The first answer stands. */
export const answerNote = defineAction('family.answerNote', {
  allow: familyOfChild,
  mostPerHour: 60,
  async handle({ caller, database, now, once }, { childId, noteId, face, voice }) {
    const { openid } = caller;
    checkVoice(openid, voice);
    const answered = await once(async (transaction) => {
      const { child, me, warmth } = familyMember(await transaction.get(children, childId), openid);
      checkRecording(child, voice);
      const { entry, note } = openNote(await transaction.get(timeline, noteId), childId);
      // One's own note is for the child to answer.
      if (entry.by === openid) throw new ActionError('FORBIDDEN');
      if (note.held) throw new ActionError('NOT_FOUND');
      if (note.answer) throw new ActionError('CANNOT_FOLLOW');
      const after: NoteDetails = {
        ...note,
        heardAt: note.heardAt ?? now,
        answer: { at: now, face, voice },
      };
      const checked = { ref: noteId, openid, now, voice, verdict: 'pass' as const };
      await noteChecks(transaction, { ...checked, child, relation: me.relation });
      await transaction.update(timeline, noteId, sealEntry(noteId, after));
      const isThere = child.circle.some((adult) => adult.openid === entry.by);
      const answer = {
        noteId,
        to: memberId(childId, entry.by),
        at: now,
        face,
        seconds: voice?.seconds,
      };
      await keepWarmth(transaction, child, {
        ...warmth,
        notes: warmth.notes.filter(({ id }) => id !== noteId),
        answers: isThere ? [...warmth.answers, answer].slice(-answersKept) : warmth.answers,
      });
      transaction.tell({
        ...{ to: isThere ? [entry.by] : [], kind: 'noteAnswered', childId },
        nickname: openChild(child).nickname,
      });
      return viewNote(entry, after, openid);
    });
    await startVoiceCheck(database, { voice, ref: noteId, openid, now });
    return answered;
  },
});
