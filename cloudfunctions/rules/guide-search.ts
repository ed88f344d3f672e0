import type { GuideSummary } from '@contract/reading';

/** What is compared: a space or a comma between plain words says nothing. */
const plain = (text: string) => text.replace(/[\s，。、,.!?！？“”"]/g, '').toLowerCase();

const pairs = (text: string) => [...text].slice(1).map((letter, at) => (text[at] ?? '') + letter);

/** A part of what was asked may be other words: this much has to be the same. */
const enough = 1 / 3;

type Searched = Pick<GuideSummary, 'title' | 'purpose' | 'words'>;

/**
 * The guides that are about these plain words, best first: found by a word they are known by, then
 * by title or purpose, then by words that are partly the same. Nothing asked finds nothing.
 */
export function findGuides<Guide extends Searched>(list: readonly Guide[], asked: string): Guide[] {
  const text = plain(asked);
  if (!text) return [];
  return list
    .map((guide) => ({ guide, score: scoreOf(guide, text) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ guide }) => guide);
}

function scoreOf({ title, purpose, words }: Searched, text: string): number {
  const known = words.map(plain);
  // Those who write a guide name first what it is most about.
  const place = known.indexOf(text);
  if (place >= 0) return 4 + 1 / (place + 1);
  if (known.some((word) => word.includes(text) || text.includes(word))) return 3;
  const all = plain(title) + plain(purpose);
  if (all.includes(text)) return 2;
  const asked = pairs(text);
  const same = asked.filter(
    (pair) => all.includes(pair) || known.some((one) => one.includes(pair)),
  );
  return asked.length > 1 && same.length / asked.length >= enough ? same.length / asked.length : 0;
}
