import { create } from 'zustand';
import type { Audience } from '@contract/guides';
import type { GuideSummary } from '@contract/reading';
import { readSaved, save, savedQuestions } from '@/cloud/cache';
import { call } from '@/cloud/call';
import { forgetGone, forgetGuide, forgetWithdrawn, isKept } from './kept-guides';
import { forgetLooseSounds, keepSounds, soundsOfKept } from './kept-sounds';

/**
 * The village pack: all guides of one audience on the device, one after another, so that a break
 * costs one guide at most. What is there in its newest version is not loaded again.
 */
interface Pack {
  /** For whom it is being loaded. */
  busy: Audience | undefined;
  /** The last try did not come to its end. */
  stopped: boolean;
  /** Counts up whenever something has come or gone. */
  turn: number;
  load(audience: Audience, township: string | undefined): Promise<void>;
}

export const useGuidePack = create<Pack>((set, get) => ({
  busy: undefined,
  stopped: false,
  turn: 0,
  async load(audience, township) {
    if (get().busy) return;
    set({ busy: audience, stopped: false });
    const count = () => set(({ turn }) => ({ turn: turn + 1 }));
    const whole = await loadAll(audience, township, count);
    set({ busy: undefined, stopped: !whole });
  },
}));

/** Answers whether everything is there. */
async function loadAll(
  audience: Audience,
  township: string | undefined,
  onChange: () => void,
): Promise<boolean> {
  const list = await readList(audience, township);
  if (!list) return false;
  forgetWithdrawn(audience, list);
  forgetLooseSounds(savedQuestions('guides.getGuide').map(({ guideId }) => guideId));
  onChange();
  for (const guide of list) {
    if (!isKept(guide) && !(await loadOne(guide.id))) return false;
    onChange();
    if (!(await loadVoice(guide))) return false;
    onChange();
  }
  return true;
}

/** The whole list, page by page, each kept for being without network. */
async function readList(
  audience: Audience,
  township: string | undefined,
): Promise<GuideSummary[] | undefined> {
  const list: GuideSummary[] = [];
  let cursor: string | undefined;
  do {
    const question = { audience, township, cursor };
    const answer = await call('guides.listGuides', question);
    if (!answer.ok) return undefined;
    save('guides.listGuides', question, answer.data);
    forgetGone(answer.data.gone);
    list.push(...answer.data.guides);
    cursor = answer.data.next;
  } while (cursor !== undefined);
  return list;
}

/** Answers whether to go on: what was withdrawn meanwhile is no reason to stop. */
async function loadOne(guideId: string): Promise<boolean> {
  const answer = await call('guides.getGuide', { guideId });
  if (answer.ok) save('guides.getGuide', { guideId }, answer.data);
  if (answer.ok) return true;
  if (answer.error.code !== 'NOT_FOUND') return false;
  forgetGuide(guideId);
  return true;
}

/** The recorded voice, block after block: what is there already is not loaded again. */
async function loadVoice({ id: guideId, version }: GuideSummary): Promise<boolean> {
  const county = readSaved('guides.getGuide', { guideId })?.data.recordings?.[0]?.county;
  if (county === undefined) return true;
  return keepSounds({ guideId, version, county }, soundsOfKept(guideId));
}
