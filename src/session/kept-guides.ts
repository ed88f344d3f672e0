import * as v from 'valibot';
import type { Audience, Guide } from '@contract/guides';
import type { GuideSummary } from '@contract/reading';
import { forgetSaved, readSaved, savedQuestions } from '@/cloud/cache';
import { readStored, store } from '@/cloud/storage';
import { forgetSounds, isSoundKept, soundsOfKept } from './kept-sounds';

/** Guides that lie on the device: those that were opened, and those of the village pack. */
const keptGuide = (guideId: string): Guide | undefined =>
  readSaved('guides.getGuide', { guideId })?.data.guide;

/** Whether it is there in this version. */
export const isKept = ({ id, version }: Pick<GuideSummary, 'id' | 'version'>): boolean =>
  keptGuide(id)?.version === version;

/** Whether its recorded voice is there as well, where it has one. */
export const isVoiceKept = ({ id }: Pick<GuideSummary, 'id'>): boolean =>
  soundsOfKept(id).every(isSoundKept);

const key = 'crisis-guides-gone';
const IdsSchema = v.array(v.string());
/** A library has some ten of them. */
const rememberedAtMost = 50;

/** Takes a withdrawn guide off the device. That it was about a crisis is remembered. */
export function forgetGuide(guideId: string): void {
  if (keptGuide(guideId)?.crisisRelated) {
    const others = (readStored(key, IdsSchema) ?? []).filter((id) => id !== guideId);
    store(key, [guideId, ...others].slice(0, rememberedAtMost));
  }
  forgetSounds(guideId);
  forgetSaved('guides.getGuide', { guideId });
}

/** Whether a guide that is not there any more was about a crisis: its telephone numbers stay. */
export const wasAboutCrisis = (guideId: string): boolean =>
  readStored(key, IdsSchema)?.includes(guideId) ?? false;

/** Takes what is not in the whole list any more off the device. */
export function forgetWithdrawn(audience: Audience, list: readonly GuideSummary[]): void {
  const there = new Set(list.map(({ id }) => id));
  for (const { guideId } of savedQuestions('guides.getGuide')) {
    if (!there.has(guideId) && keptGuide(guideId)?.audience === audience) forgetGuide(guideId);
  }
}

/** Takes copies of withdrawn versions off the device, and older ones with them. */
export function forgetGone(gone: readonly { id: string; version: number }[] = []): void {
  for (const { id, version } of gone) {
    if ((keptGuide(id)?.version ?? Infinity) <= version) forgetGuide(id);
  }
}

/** How many of these lie on the device in this version with their voice, and how many bytes they are. */
export function measurePack(list: readonly GuideSummary[]): { kept: number; bytes: number } {
  const kept = list.flatMap((summary) => {
    const guide = keptGuide(summary.id);
    return guide?.version === summary.version ? [guide] : [];
  });
  const sounds = kept.flatMap(({ id }) => soundsOfKept(id).filter(isSoundKept));
  return {
    kept: kept.filter(isVoiceKept).length,
    bytes: sumOf(kept.map(bytesOf)) + sumOf(sounds.map(({ bytes }) => bytes)),
  };
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

/** As UTF-8; a mini program has no TextEncoder. */
const bytesOf = (value: object) =>
  encodeURIComponent(JSON.stringify(value)).replace(/%../g, ' ').length;
