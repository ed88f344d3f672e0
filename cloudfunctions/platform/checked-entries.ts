import type { Checked } from './checked-content';
import { children, timeline, type ChildDocument, type TimelineDocument } from './collections';
import { command } from './database';
import { entryAndPart, partName, partOf, type SaidPart } from './said-parts';
import type { Transaction } from './transaction';
import { openEntry, sealEntry, type EntryDetails, type MoodDetails } from './timeline-entries';
import { openWarmth, sealWarmth, type Warmth } from './warmth';

/** Notes and moods of the timeline, as what WeChat says of their words and recordings touches them. */
export const checkedEntries: Checked = {
  async text(database, ref) {
    const entry = await database.get(timeline, entryAndPart(ref)[0]);
    return entry && partOf(openEntry(entry), ref, null)?.words;
  },
  async hold(transaction, ref, _now, { fileId, openid }) {
    const entry = await transaction.get(timeline, entryAndPart(ref)[0]);
    const details = entry && openEntry(entry);
    const part = details && partOf(details, ref, fileId);
    if (!entry || !part || details.kind === 'call') return undefined;
    // Whoever put the day right since is not the one who said it: they are not shown it as theirs.
    const others = openid !== undefined && openid !== '' && openid !== entry.by;
    const aside = details.kind === 'mood' && part.of === 'own' && others;
    const after = aside ? putAside(details, part) : heldIn(details, part, entry._id);
    if (after !== details)
      await transaction.update(timeline, entry._id, sealEntry(entry._id, after));
    const child = await transaction.get(children, entry.childId);
    if (child?.warmth !== undefined) await takeFromHome(transaction, child, entry, part);
    return entry.childId;
  },
  async release(transaction, ref) {
    const [entryId, name] = entryAndPart(ref);
    const entry = await transaction.get(timeline, entryId);
    if (!entry) return;
    const details = openEntry(entry);
    const part = partOf(details, ref, null);
    // Something else stands there now: that has to be looked at by itself.
    if (details.kind === 'call' || (name !== undefined && (!part || part.of === 'kept'))) return;
    // What else of it waits for a person goes on waiting.
    const heldParts =
      name === undefined ? [] : waitingIn(details, entryId).filter((one) => one !== name);
    const own = heldParts.length > 0 ? { heldParts } : { held: undefined, heldParts: undefined };
    const after = { ...details, ...(part?.of !== 'answer' && own) };
    if (after.kind === 'note' && after.answer && (name === undefined || part?.of === 'answer')) {
      after.answer = { ...after.answer, held: undefined };
    }
    await transaction.update(timeline, entry._id, sealEntry(entry._id, after));
  },
};

type Said = Exclude<EntryDetails, { kind: 'call' }>;

/** The names of what is held; of what was held as it was said, its words are what holds it. */
function waitingIn({ held, heldParts, words }: Said, entryId: string): string[] {
  if (heldParts) return heldParts;
  return held && words !== undefined ? [partName(entryId, { words })] : [];
}

/** The note of an answer stays: it is its sender's, who is the one to hear the answer. */
function heldIn(details: Said, part: SaidPart, entryId: string): EntryDetails {
  if (part.of === 'kept') return details;
  if (part.of === 'own' || details.kind !== 'note') {
    const names = new Set([...waitingIn(details, entryId), partName(entryId, part)]);
    return { ...details, held: true, heldParts: [...names] };
  }
  return { ...details, answer: details.answer && { ...details.answer, held: true } };
}

/** A part that nobody of the family is shown any more, for whoever looks at it. */
function putAside(details: MoodDetails, { words, voice }: SaidPart): MoodDetails {
  const { kept = [], ...rest } = details;
  if (voice) delete rest.voice;
  else delete rest.words;
  return { ...rest, kept: [...kept, { words, voice }] };
}

async function takeFromHome(
  transaction: Transaction,
  child: ChildDocument,
  { _id }: TimelineDocument,
  part: SaidPart,
): Promise<void> {
  const warmth = openWarmth(child);
  await transaction.update(children, child._id, {
    warmth: sealWarmth(child._id, { ...warmth, ...without(warmth, _id, part) }),
    rev: command.inc(1),
  });
}

function without(warmth: Warmth, entryId: string, { of, words }: SaidPart): Partial<Warmth> {
  if (of === 'answer') {
    const answers = warmth.answers.map(({ seconds, ...one }) =>
      one.noteId === entryId ? one : { ...one, seconds },
    );
    return { answers };
  }
  const sameDay = entryId.endsWith(`_${warmth.said?.day}`);
  return {
    notes: warmth.notes.filter(({ id }) => id !== entryId),
    answers: warmth.answers.filter(({ noteId }) => noteId !== entryId),
    // What was said since has its own check.
    said: sameDay && (of === 'own' || warmth.said?.words === words) ? undefined : warmth.said,
  };
}
