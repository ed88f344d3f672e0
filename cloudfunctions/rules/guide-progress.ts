import type { Progress } from '@contract/reading';
import { countKinds, type Counts } from './guide-figures';

/** A library has some thirty guides; whoever has heard more than this keeps the latest. */
export const progressKept = 200;

/**
 * What two accounts of one person's listening come to: of each guide the newer version counts, of
 * one version the furthest block and the later answer. Sending it twice, or in another order,
 * changes nothing.
 */
export function mergeProgress(kept: readonly Progress[], added: readonly Progress[]): Progress[] {
  const byGuide = new Map<string, Progress>();
  for (const item of [...kept, ...added]) {
    const before = byGuide.get(item.guideId);
    byGuide.set(item.guideId, before ? further(before, item) : item);
  }
  return [...byGuide.values()]
    .sort((one, other) => other.at - one.at || (one.guideId < other.guideId ? -1 : 1))
    .slice(0, progressKept);
}

function further(one: Progress, other: Progress): Progress {
  if (one.version !== other.version) return one.version > other.version ? one : other;
  const { guideId, version } = one;
  const parts = one.of ?? other.of;
  const contacts = [...new Set([...(one.contacts ?? []), ...(other.contacts ?? [])])].sort();
  const blocks = Math.max(one.blocks, other.blocks);
  const at = Math.max(one.at, other.at);
  const answered = later(one.answered, other.answered);
  return {
    ...{ guideId, version, blocks, at },
    ...(answered ? { answered } : {}),
    ...(parts === undefined ? {} : { of: parts }),
    ...(contacts.length > 0 ? { contacts } : {}),
  };
}

type Answered = Progress['answered'];

/** Of the same moment the larger number counts: any order, as long as every phone has the same. */
function later(one: Answered, other: Answered): Answered {
  if (!one || !other) return one ?? other;
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return one.choice >= other.choice ? one : other;
}

/** What somebody's listening to one version counts as: each thing once. */
function countsOf(item: Progress | undefined): Counts {
  const { blocks = 0, of, answered, contacts = [] } = item ?? {};
  return {
    heard: of !== undefined && blocks >= of ? 1 : 0,
    answered: answered ? 1 : 0,
    right: answered?.right ? 1 : 0,
    contacts: contacts.length > 0 ? 1 : 0,
  };
}

/**
 * What is new in a list since it was kept, by guide, for counting without names: never less than
 * before, since an answer that is changed is no other listener.
 */
export function countsSince(
  kept: readonly Progress[],
  list: readonly Progress[],
): [guideId: string, counts: Partial<Counts>][] {
  return list.flatMap((item): [string, Partial<Counts>][] => {
    const before = countsOf(
      kept.find(({ guideId, version }) => guideId === item.guideId && version === item.version),
    );
    const after = countsOf(item);
    const fresh = countKinds.filter((kind) => after[kind] > before[kind]);
    if (fresh.length === 0) return [];
    return [[item.guideId, Object.fromEntries(fresh.map((kind) => [kind, 1]))]];
  });
}
