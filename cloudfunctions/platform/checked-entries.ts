import type { Checked } from './checked-content';
import { children, timeline, type TimelineDocument } from './collections';
import { command } from './database';
import type { Transaction } from './transaction';
import { openEntry, sealEntry } from './timeline-entries';
import { openWarmth, sealWarmth } from './warmth';

/** Notes and moods of the timeline, as what WeChat says of their words and recordings touches them. */
export const checkedEntries: Checked = {
  async text(database, ref) {
    const entry = await database.get(timeline, ref);
    const details = entry && openEntry(entry);
    return details === undefined || details.kind === 'call' ? undefined : details.words;
  },
  async hold(transaction, ref, _now, fileId) {
    const entry = await transaction.get(timeline, ref);
    if (!entry) return undefined;
    if (await holdAnswer(transaction, entry, fileId)) return entry.childId;
    await setHeld(transaction, entry, true);
    const child = await transaction.get(children, entry.childId);
    if (child?.warmth === undefined) return entry.childId;
    const warmth = openWarmth(child);
    const day = ref.slice(-'2026-11-24'.length);
    await transaction.update(children, child._id, {
      warmth: sealWarmth(child._id, {
        ...warmth,
        notes: warmth.notes.filter(({ id }) => id !== ref),
        answers: warmth.answers.filter(({ noteId }) => noteId !== ref),
        said: entry.kind === 'mood' && warmth.said?.day === day ? undefined : warmth.said,
      }),
      rev: command.inc(1),
    });
    return entry.childId;
  },
  async release(transaction, ref) {
    const entry = await transaction.get(timeline, ref);
    if (entry) await setHeld(transaction, entry, undefined);
  },
};

/**
 * Holds the recording of an answer, if that is what was flagged: the note is its sender's, who is
 * the one to hear the answer. Answers whether it was.
 */
async function holdAnswer(
  transaction: Transaction,
  entry: TimelineDocument,
  fileId: string | null,
): Promise<boolean> {
  const details = openEntry(entry);
  if (details.kind !== 'note' || fileId === null) return false;
  const { answer } = details;
  if (answer?.voice?.fileId !== fileId) return false;
  const after = { ...details, answer: { ...answer, held: true } };
  await transaction.update(timeline, entry._id, sealEntry(entry._id, after));
  const child = await transaction.get(children, entry.childId);
  if (child?.warmth === undefined) return true;
  const warmth = openWarmth(child);
  await transaction.update(children, child._id, {
    warmth: sealWarmth(child._id, {
      ...warmth,
      answers: warmth.answers.map(({ seconds, ...one }) =>
        one.noteId === entry._id ? one : { ...one, seconds },
      ),
    }),
    rev: command.inc(1),
  });
  return true;
}

async function setHeld(
  transaction: Transaction,
  entry: TimelineDocument,
  held: true | undefined,
): Promise<void> {
  const details = openEntry(entry);
  if (details.kind === 'call') return;
  const after = { ...details, held };
  if (!held && after.kind === 'note' && after.answer) {
    const { held: _held, ...answer } = after.answer;
    after.answer = answer;
  }
  await transaction.update(timeline, entry._id, sealEntry(entry._id, after));
}
