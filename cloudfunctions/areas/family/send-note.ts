import { limits } from '@contract/limits';
import { defineAction } from '../../platform/action';
import { familyOfChild } from '../../platform/allow';
import { children, timeline } from '../../platform/collections';
import { checkVoice } from '../../platform/voice-folder';
import { isHeld, noteChecks, startVoiceCheck, verdictOn } from './check-said';
import { memberId } from './circle';
import { openChild } from './read-children';
import { entryDocument, viewNote, type NoteDetails } from '../../platform/timeline-entries';
import { checkRecording, familyMember, homeOpenids, keepWarmth } from './family-warmth';

/** A note for the child; those at home hear of it, once for all that wait unheard. */
export const sendNote = defineAction('family.sendNote', {
  allow: familyOfChild,
  mostPerHour: 30,
  async handle({ caller, database, newId, now, once }, { childId, ...said }) {
    const { openid } = caller;
    checkVoice(openid, said.voice);
    const verdict = await verdictOn(openid, said);
    const sent = await once(async (transaction) => {
      const { child, me, warmth } = familyMember(await transaction.get(children, childId), openid);
      checkRecording(child, said.voice);
      const note: NoteDetails = {
        ...{ kind: 'note', by: me.relation, ...said },
        held: isHeld(verdict, said.words),
      };
      const entry = entryDocument({ _id: newId('n'), childId, at: now, by: openid }, note);
      await transaction.add(timeline, entry);
      const about = { ...said, verdict, ref: entry._id, openid, now };
      const help = await noteChecks(transaction, { ...about, child, relation: me.relation });
      const from = memberId(childId, openid);
      const notes = [...warmth.notes, { id: entry._id, by: me.relation, from }];
      await keepWarmth(transaction, child, {
        ...warmth,
        notes: note.held ? warmth.notes : notes.slice(-limits.notesShown),
        contactAt: now,
      });
      if (warmth.notes.length === 0 && !note.held) {
        transaction.tell({
          ...{ to: homeOpenids(child, openid), kind: 'noteArrived', childId },
          nickname: openChild(child).nickname,
        });
      }
      return { ...viewNote(entry, note, openid), help };
    });
    await startVoiceCheck(database, { ...said, ref: sent.id, openid, now });
    return sent;
  },
});
