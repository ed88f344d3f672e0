import * as v from 'valibot';
import { contractOf } from './action';
import { limits } from './limits';
import { CountyCodeSchema, EmptySchema, IdSchema, VoiceSchema } from './shapes';

/** In what a guide is recorded: the language of the whole country, or how a county talks at home. */
export const audioLanguages = ['mandarin', 'dialect'] as const;
export const AudioLanguageSchema = v.picklist(audioLanguages);
export type AudioLanguage = v.InferOutput<typeof AudioLanguageSchema>;

/** `draft`: not all is there, or nobody else has heard it over. Families hear `ready` alone. */
export const AudioStateSchema = v.picklist(['draft', 'ready']);

const VersionSchema = v.pipe(v.number(), v.integer(), v.minValue(1));
const BlockNumberSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4));
/** Of the exact words that are spoken (rules/spoken-text). */
const DigestSchema = v.pipe(v.string(), v.regex(/^[0-9a-z]{4,12}$/));
const LinkSchema = v.pipe(v.string(), v.url());

/** The sound of one block. */
export const SoundSchema = v.object({
  /** Names this very sound: a block that is recorded anew gets another one. */
  id: IdSchema,
  block: BlockNumberSchema,
  seconds: v.number(),
  bytes: v.number(),
  digest: DigestSchema,
});
export type Sound = v.InferOutput<typeof SoundSchema>;

/** A recording of a whole guide that families may hear. */
export const RecordingSchema = v.object({
  language: AudioLanguageSchema,
  county: CountyCodeSchema,
  version: VersionSchema,
  blocks: v.array(SoundSchema),
});
export type GuideRecording = v.InferOutput<typeof RecordingSchema>;

const which = { guideId: IdSchema, version: VersionSchema, language: AudioLanguageSchema };

/** How a recording stands after something was done to it. */
const StandingSchema = v.object({ state: AudioStateSchema, rev: v.number(), recorded: v.number() });

/** Recording guides, and hearing them. A county records its own, and answers for them. */
export const recordings = {
  'guides.keepRecording': contractOf({
    summary: 'Keeps the sound of one block, after the file itself was looked at.',
    effect: 'write',
    input: v.strictObject({
      ...which,
      block: BlockNumberSchema,
      digest: DigestSchema,
      voice: VoiceSchema,
    }),
    output: StandingSchema,
  }),
  'guides.listRecordings': contractOf({
    summary: 'What of the guides is recorded in the caller’s county.',
    effect: 'read',
    input: v.strictObject({ cursor: v.optional(v.pipe(v.string(), v.maxLength(120))) }),
    output: v.object({
      rows: v.array(
        v.object({
          ...which,
          state: AudioStateSchema,
          recorded: v.number(),
          mine: v.boolean(),
        }),
      ),
      next: v.optional(v.string()),
    }),
  }),
  'guides.openRecording': contractOf({
    summary: 'A guide’s text beside what is recorded of it, to record or to hear over.',
    effect: 'read',
    input: v.strictObject({ guideId: IdSchema, language: AudioLanguageSchema }),
    output: v.object({
      guide: v.object({
        id: IdSchema,
        version: VersionSchema,
        title: v.string(),
        blocks: v.array(v.object({ title: v.string(), text: v.string() })),
      }),
      recording: v.optional(
        v.object({
          state: AudioStateSchema,
          rev: v.number(),
          /** The caller recorded it, and so may not say that it is right. */
          mine: v.boolean(),
          blocks: v.array(v.object({ ...SoundSchema.entries, url: v.optional(LinkSchema) })),
        }),
      ),
    }),
  }),
  'guides.approveRecording': contractOf({
    summary: 'A second person has heard it all, and it says what the text says.',
    effect: 'write',
    input: v.strictObject({ ...which, rev: v.number() }),
    output: StandingSchema,
  }),
  'guides.withdrawRecording': contractOf({
    summary: 'Takes a recording back, for whoever may record in the county.',
    effect: 'write',
    input: v.strictObject(which),
    output: EmptySchema,
  }),
  'guides.getAudio': contractOf({
    summary:
      'Links, for a while, to the recordings of a guide that families may hear. Needs no account.',
    effect: 'read',
    input: v.strictObject({ guideId: IdSchema, version: VersionSchema, county: CountyCodeSchema }),
    output: v.object({
      recordings: v.array(RecordingSchema),
      links: v.pipe(
        v.array(v.object({ id: IdSchema, url: LinkSchema })),
        v.maxLength(limits.blocksPerGuide * audioLanguages.length),
      ),
    }),
  }),
};
