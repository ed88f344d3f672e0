import * as v from 'valibot';
import { HowWellSchema, MoodSchema, NotePictureSchema, RelationSchema } from '@contract/enums';
import { VoiceSchema, type Voice } from '@contract/shapes';
import type { NoteEntry, TimelineEntry } from '@contract/warmth';
import { permits } from '@rules/consent';
import { timeline, type ChildDocument, type TimelineDocument } from './collections';
import { ActionError } from './errors';
import { decrypt, encrypt } from './field-encryption';

/**
 * Of what is said in an entry, the names (said-parts.ts) of the words and the recording that wait for
 * a person. Without it, what is held is held for its words.
 */
const HeldPartsSchema = v.optional(v.array(v.string()));
const MoodDetailsSchema = v.object({
  kind: v.literal('mood'),
  by: RelationSchema,
  day: v.string(),
  face: MoodSchema,
  sleep: v.optional(HowWellSchema),
  appetite: v.optional(HowWellSchema),
  words: v.optional(v.string()),
  voice: v.optional(VoiceSchema),
  held: v.optional(v.boolean()),
  heldParts: HeldPartsSchema,
  /** What was held when somebody put the day right: kept for whoever looks at it, shown to nobody. */
  kept: v.optional(
    v.array(v.object({ words: v.optional(v.string()), voice: v.optional(VoiceSchema) })),
  ),
});
export type MoodDetails = v.InferOutput<typeof MoodDetailsSchema>;
const NoteDetailsSchema = v.object({
  kind: v.literal('note'),
  by: RelationSchema,
  words: v.optional(v.string()),
  picture: v.optional(NotePictureSchema),
  voice: v.optional(VoiceSchema),
  heardAt: v.optional(v.number()),
  answer: v.optional(
    v.object({
      at: v.number(),
      face: v.optional(MoodSchema),
      voice: v.optional(VoiceSchema),
      /** WeChat flagged the recording: nobody hears it before a person has looked. */
      held: v.optional(v.boolean()),
    }),
  ),
  answerHeardAt: v.optional(v.number()),
  /** WeChat flagged it: a person looks at it before anybody else of the family does. */
  held: v.optional(v.boolean()),
  heldParts: HeldPartsSchema,
});
const CallDetailsSchema = v.object({
  kind: v.literal('call'),
  by: RelationSchema,
  happened: v.boolean(),
});
const DetailsSchema = v.variant('kind', [MoodDetailsSchema, NoteDetailsSchema, CallDetailsSchema]);
export type EntryDetails = v.InferOutput<typeof DetailsSchema>;
export type NoteDetails = v.InferOutput<typeof NoteDetailsSchema>;

const placeOf = (id: string) => ({ collection: timeline.name, id, field: 'details' });

/** Where a recording lies, as an upload is noted (account/note-recording.ts). */
const pathOf = ({ fileId }: Voice) => fileId.slice(fileId.indexOf('/voice/') + 1);

function filesOf(details: EntryDetails): string[] {
  const answer = details.kind === 'note' ? details.answer?.voice : undefined;
  const own = details.kind === 'call' ? undefined : details.voice;
  const kept = details.kind === 'mood' ? (details.kept ?? []).map(({ voice }) => voice) : [];
  return [own, answer, ...kept].flatMap((voice) => (voice ? [pathOf(voice)] : []));
}

/** What changes with the details: they themselves, sealed, and which recordings they keep. */
export const sealEntry = (id: string, details: EntryDetails) => ({
  details: encrypt(placeOf(id), JSON.stringify(details)),
  files: filesOf(details),
});

export function entryDocument(
  about: Pick<TimelineDocument, '_id' | 'childId' | 'at' | 'by'>,
  details: EntryDetails,
): TimelineDocument {
  return { ...about, kind: details.kind, ...sealEntry(about._id, details) };
}

export function openEntry({ _id, details }: TimelineDocument): EntryDetails {
  return v.parse(DetailsSchema, JSON.parse(decrypt(placeOf(_id), details)));
}

/** @throws ActionError NOT_FOUND when the child has no such note. */
export function openNote(
  entry: TimelineDocument | undefined,
  childId: string,
): { entry: TimelineDocument; note: NoteDetails } {
  if (entry?.childId !== childId) throw new ActionError('NOT_FOUND');
  const note = openEntry(entry);
  if (note.kind !== 'note') throw new ActionError('NOT_FOUND');
  return { entry, note };
}

const secondsOf = (voice: Voice | undefined) => voice && { seconds: voice.seconds };

/** A line of the timeline, without where a recording lies. */
export function viewEntry(
  entry: Pick<TimelineDocument, '_id' | 'at' | 'by'>,
  details: EntryDetails,
  openid: string,
): TimelineEntry {
  const { _id: id, at } = entry;
  if (details.kind === 'call') return { ...details, id, at };
  if (details.kind === 'mood') {
    // The face is nobody's to hold; what was said with it is.
    const { held, words, voice, heldParts: _parts, kept: _kept, ...mood } = details;
    if (held && entry.by !== openid) return { ...mood, id, at };
    return { ...mood, id, at, words, held, voice: secondsOf(voice) };
  }
  return viewNote(entry, details, openid);
}

export function viewNote(
  { _id: id, at, by }: Pick<TimelineDocument, '_id' | 'at' | 'by'>,
  details: NoteDetails,
  openid: string,
): NoteEntry {
  const { answer, heldParts: _parts, ...note } = details;
  return {
    ...{ ...note, id, at, mine: by === openid, voice: secondsOf(details.voice) },
    answer: answer && viewAnswer(answer),
  };
}

/** That it was answered, and with which face, is nobody's to hold; what was recorded is. */
function viewAnswer({ at, face, voice, held }: NonNullable<NoteDetails['answer']>) {
  return { at, face, voice: held ? undefined : secondsOf(voice) };
}

/**
 * A line as it is shown: whoever takes the agreement to recordings back takes back what was recorded
 * under it, also where a phone has kept a copy.
 */
export function heardBy<Entry extends TimelineEntry>(child: ChildDocument, entry: Entry): Entry {
  if (entry.kind === 'call' || permits(child.consents, 'recordings')) return entry;
  if (entry.kind === 'mood') return { ...entry, voice: undefined };
  return {
    ...entry,
    voice: undefined,
    answer: entry.answer && { ...entry.answer, voice: undefined },
  };
}

/** Whether somebody else than its sender may see a note. */
export const mayBeSeen = (entry: TimelineEntry) =>
  entry.kind !== 'note' || entry.mine || entry.held !== true;
