import * as v from 'valibot';
import { limits } from './limits';

/** Small shapes that several actions share. */

/** Ids that we make ourselves: letters, digits, `_`, `-`; never a path, an operator or a blank. */
export const IdSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/));

/** What names a request of a phone’s, so that it is done once. */
export const RequestIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/));

/** A day in Beijing time, `2026-11-24`. */
export const DaySchema = v.pipe(v.string(), v.isoDate());

/** A moment: milliseconds since 1970-01-01 UTC. */
export const MomentSchema = v.pipe(v.number(), v.integer(), v.minValue(0));

/** GB/T 2260 county code, six digits. */
export const CountyCodeSchema = v.pipe(v.string(), v.regex(/^\d{6}$/));

/** County code and the three digits of the township (GB/T 10114). */
export const TownshipCodeSchema = v.pipe(v.string(), v.regex(/^\d{9}$/));

/** Chinese mobile or land line, digits only. */
export const PhoneSchema = v.pipe(
  v.string(),
  v.trim(),
  v.transform((text) => text.replace(/[\s-]/g, '')),
  v.regex(/^(1\d{10}|0\d{9,11})$/),
);

/**
 * A name that people read. Whole characters are counted, so that no emoji is cut in two; neither
 * control characters nor anything that could look like markup or a link.
 */
export const nameOf = (characters: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.check((name) => Array.from(name).length <= characters),
    v.regex(/^[^\p{Cc}\p{Cf}<>{}\\/]+$/u),
  );

/** How a child is called at home. */
export const NicknameSchema = nameOf(limits.nicknameCharacters);

/** Name of a recording in its person’s folder. */
export const VoiceFileSchema = v.pipe(v.string(), v.regex(/^[\w-]{8,64}\.(mp3|aac|m4a|webm)$/));

/** Name of a picture in its person’s folder, beside the recordings. */
export const PictureFileSchema = v.pipe(v.string(), v.regex(/^[\w-]{8,64}\.(jpg|jpeg|png|webp)$/));

/** A picture of a thing in cloud storage. */
export const PictureSchema = v.strictObject({
  fileId: v.pipe(
    v.string(),
    v.regex(/^cloud:\/\/[\w.-]+\/voice\/[\w-]+\/[\w-]+\.(jpg|jpeg|png|webp)$/),
  ),
});

/** A recording in cloud storage and its length in seconds. */
export const VoiceSchema = v.strictObject({
  fileId: v.pipe(
    v.string(),
    v.regex(/^cloud:\/\/[\w.-]+\/voice\/[\w-]+\/[\w-]+\.(mp3|aac|m4a|webm)$/),
  ),
  seconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.voiceSeconds)),
});
export type Voice = v.InferOutput<typeof VoiceSchema>;

/** How far a place is from where the family lives. */
export const TravelSchema = v.object({
  by: v.picklist(['walk', 'bus', 'none']),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type Travel = v.InferOutput<typeof TravelSchema>;

export const EmptySchema = v.strictObject({});
