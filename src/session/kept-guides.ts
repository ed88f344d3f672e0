import * as v from 'valibot';
import type { Audience, Guide } from '@contract/guides';
import type { GuideSummary } from '@contract/reading';
import { forgetSaved, readSaved, savedQuestions } from '@/cloud/cache';
import { readStored, store } from '@/cloud/storage';

/** Guides that lie on the device: those that were opened, and those of the village pack. */
const keptGuide = (guideId: string): Guide | undefined =>
  readSaved('guides.getGuide', { guideId })?.data.guide;

/** Whether it is there in this version. */
export const isKept = ({ id, version }: Pick<GuideSummary, 'id' | 'version'>): boolean =>
  keptGuide(id)?.version === version;

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

/** How many of these lie on the device in this version, and how many bytes they are. */
export function measurePack(list: readonly GuideSummary[]): { kept: number; bytes: number } {
  const kept = list.flatMap(({ id, version }) => {
    const guide = keptGuide(id);
    return guide?.version === version ? [guide] : [];
  });
  return { kept: kept.length, bytes: kept.reduce((sum, one) => sum + bytesOf(one), 0) };
}

/** As UTF-8; a mini program has no TextEncoder. */
const bytesOf = (value: object) =>
  encodeURIComponent(JSON.stringify(value)).replace(/%../g, ' ').length;
