import * as v from 'valibot';
import type { Guide } from '@contract/guides';
import { AudioLanguageSchema, type AudioLanguage } from '@contract/recordings';
import type { GuideRecording, Sound } from '@contract/recordings';
import { playable } from '@rules/recordings';
import { call } from '@/cloud/call';
import { readSaved } from '@/cloud/cache';
import { readStored, store } from '@/cloud/storage';
import { dropFile, loadFile, openFile } from './sound-files';

/**
 * Recorded sounds on the device: a file for each block, so that a break costs one block at most.
 * Which are there, and how large each is, stands in storage by the sound's id; a block that is
 * recorded anew has another one.
 */
const key = 'sounds';
const KeptSchema = v.record(v.string(), v.number());
const kept = () => readStored(key, KeptSchema) ?? {};

export const isSoundKept = ({ id }: Pick<Sound, 'id'>): boolean => id in kept();

/** How somebody wants to hear guides, where there is a choice. */
const languageKey = 'voice-language';
export const readLanguage = (): AudioLanguage | undefined =>
  readStored(languageKey, AudioLanguageSchema);
export const chooseLanguage = (language: AudioLanguage): void => store(languageKey, language);

type Text = Pick<Guide, 'version' | 'blocks'>;

/**
 * What of the recordings is played with this text: in the language that was chosen, else as people
 * talk at home. Undefined: nothing fits, and the machine's voice reads.
 */
export function soundsFor(
  guide: Text,
  recordings: readonly GuideRecording[] | undefined,
  language: AudioLanguage | undefined = readLanguage(),
): Sound[] | undefined {
  const there = playable(guide, recordings ?? []);
  const wanted =
    language ?? (there.some((one) => one.language === 'dialect') ? 'dialect' : 'mandarin');
  return there.find((one) => one.language === wanted)?.blocks;
}

export interface SoundPlace {
  guideId: string;
  version: number;
  county: string;
}

let links: { of: string; urls: Map<string, string> } | undefined;

/** The link to a sound; those of a guide come together, and are asked for anew when one fails. */
async function linkTo(place: SoundPlace, id: string, anew: boolean): Promise<string | undefined> {
  const { guideId, version, county } = place;
  const of = [guideId, version, county].join();
  if (anew || links?.of !== of || !links.urls.has(id)) {
    const answer = await call('guides.getAudio', { guideId, version, county });
    if (!answer.ok) return undefined;
    links = { of, urls: new Map(answer.data.links.map((link) => [link.id, link.url])) };
  }
  return links.urls.get(id);
}

/** Keeps a sound on the device, with a second link when the first has expired. */
export async function keepSound(place: SoundPlace, { id, bytes }: Sound): Promise<boolean> {
  if (id in kept()) return true;
  for (const anew of [false, true]) {
    const url = await linkTo(place, id, anew);
    if (url !== undefined && (await loadFile(id, url))) {
      store(key, { ...kept(), [id]: bytes });
      return true;
    }
  }
  return false;
}

/** What a player takes for a sound: from the device, loading it first where it is not there yet. */
export async function openSound(place: SoundPlace, sound: Sound): Promise<string | undefined> {
  const before = isSoundKept(sound) ? await openFile(sound.id) : undefined;
  if (before !== undefined) return before;
  forget([sound.id]); // the phone may have cleared it
  return (await keepSound(place, sound)) ? openFile(sound.id) : undefined;
}

/** Keeps all of them, one after another; answers whether all are there. */
export async function keepSounds(place: SoundPlace, sounds: readonly Sound[]): Promise<boolean> {
  for (const sound of sounds) {
    if (!(await keepSound(place, sound))) return false;
  }
  return true;
}

function forget(ids: readonly string[]): void {
  const left = kept();
  for (const id of ids) {
    if (!(id in left)) continue;
    dropFile(id);
    delete left[id];
  }
  store(key, left);
}

/** The sounds that belong to a guide on the device, in the language one hears. */
export function soundsOfKept(guideId: string): Sound[] {
  const saved = readSaved('guides.getGuide', { guideId })?.data;
  return (saved && soundsFor(saved.guide, saved.recordings)) ?? [];
}

/** Takes the sounds of a guide off the device, in every language. */
export function forgetSounds(guideId: string): void {
  const recordings = readSaved('guides.getGuide', { guideId })?.data.recordings ?? [];
  forget(recordings.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
}

/** Takes off what no guide on the device has any more: an older version, a block recorded anew. */
export function forgetLooseSounds(guideIds: readonly string[]): void {
  const wanted = new Set(
    guideIds.flatMap((guideId) => {
      const recordings = readSaved('guides.getGuide', { guideId })?.data.recordings ?? [];
      return recordings.flatMap(({ blocks }) => blocks.map(({ id }) => id));
    }),
  );
  forget(Object.keys(kept()).filter((id) => !wanted.has(id)));
}
