import { limits } from '@contract/limits';
import { addDays, dayOf } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { familyOfChild } from '../../platform/allow';
import { children, timeline } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { deleteUnkept } from '../../platform/kept-files';
import { checkVoice } from '../../platform/voice-folder';
import {
  entryDocument,
  openEntry,
  sealEntry,
  viewEntry,
  type EntryDetails,
  type MoodDetails,
} from '../../platform/timeline-entries';
import { isHeld, notAnswered, noteChecks, startVoiceCheck, verdictOn } from './check-said';
import { checkRecording, familyMember, keepWarmth, withDay } from './family-warmth';

type Spoken = Pick<MoodDetails, 'words' | 'voice'>;

/** One face a day; the same day again corrects it. What was recorded before goes with what it replaces. */
export const recordMood = defineAction('family.recordMood', {
  allow: familyOfChild,
  mostPerHour: 60,
  async handle({ caller, database, now, once }, input) {
    const { openid } = caller;
    const { childId, day, voice, ...said } = input;
    checkVoice(openid, voice);
    const today = dayOf(now);
    // A phone's clock may be a day ahead; what waited longer for network is no longer news.
    if (day > addDays(today, 1) || day < addDays(today, -limits.moodLateDays)) {
      throw new ActionError('TOO_LATE');
    }
    const id = `m_${childId}_${day}`;
    const verdict = await verdictOn(openid, said);
    const held = isHeld(verdict, said.words);
    let replaced: string[] = [];
    const answer = await once(async (transaction) => {
      const { child, me, warmth } = familyMember(await transaction.get(children, childId), openid);
      checkRecording(child, voice);
      const before = await transaction.get(timeline, id);
      const known = before && openEntry(before);
      const replaces = before?.by !== openid || said.words !== undefined || voice !== undefined;
      const mood = known?.kind === 'mood' ? known : undefined;
      const waits =
        mood && (await notAnswered(transaction, id, replacedIn(mood, { ...said, voice })));
      // What is not said again stays: a face that is put right does not undo what was told of the night.
      const details: EntryDetails = {
        ...(mood && stays(mood, { replaces, waits })),
        ...withoutUndefined({ ...said, voice }),
        ...{ kind: 'mood', by: me.relation, day, face: said.face },
        ...(said.words !== undefined && { held }),
      };
      const entry = entryDocument({ _id: id, childId, at: before?.at ?? now, by: openid }, details);
      replaced = before?.files.filter((file) => !entry.files.includes(file)) ?? [];
      if (before) await transaction.update(timeline, id, { by: openid, ...sealEntry(id, details) });
      else await transaction.add(timeline, entry);
      const speaker = { child, relation: me.relation };
      const about = { ...said, voice, verdict, ref: id, openid, now };
      const help = await noteChecks(transaction, { ...about, ...speaker });
      const { words } = said;
      await keepWarmth(transaction, child, {
        ...warmth,
        days: withDay(warmth.days, { day, face: said.face }),
        ...(words !== undefined && !held && { said: { by: me.relation, day, words } }),
      });
      const view = viewEntry(entry, openEntry(entry), openid);
      if (view.kind !== 'mood') throw new Error('another kind of entry than was written');
      return { ...view, help };
    });
    await startVoiceCheck(database, { voice, ref: id, openid, now });
    await deleteUnkept(database, replaced);
    return answer;
  },
});

/** The words and the recording that others take the place of. */
const replacedIn = (known: Spoken, { words, voice }: Spoken): Spoken => ({
  ...(words !== undefined && words !== known.words && { words: known.words }),
  ...(voice && voice.fileId !== known.voice?.fileId && { voice: known.voice }),
});

/**
 * What stays of the day. What is held is its sender's alone: it is put aside for whoever looks at it
 * when another adult puts the day right, or its sender says something new. So is what WeChat has not
 * answered for (`waits`): saying something else takes nothing from who is to look at it.
 */
function stays(
  known: MoodDetails,
  { replaces, waits = {} }: { replaces: boolean; waits?: Spoken | undefined },
): Partial<MoodDetails> {
  const { words, voice, held, heldParts: _parts, kept = [], ...rest } = known;
  if (held && replaces) return { ...rest, kept: [...kept, { words, voice }] };
  const isKept = kept.some(
    (one) => one.words === waits.words && one.voice?.fileId === waits.voice?.fileId,
  );
  if (isKept || (waits.words === undefined && !waits.voice)) return known;
  return { ...known, kept: [...kept, waits] };
}

/** The parts that were said. */
function withoutUndefined<Said extends object>(said: Said): Partial<Said> {
  return Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== undefined),
  ) as Partial<Said>;
}
