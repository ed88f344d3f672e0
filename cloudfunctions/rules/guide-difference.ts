import type { DraftText } from '@contract/guides';
import { pictureWords } from './guide-words';

/** A piece of text that both versions have, or that came or went. */
export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** One part of a guide in two versions. */
export interface Difference {
  /** `title`, `purpose`, `block-0`, `question`, `steps`, `cards`, `otherHalf`, `words`, `sources`, `settings`. */
  part: string;
  pieces: Piece[];
}

/** What a reader calls the parts that are chosen, not written. */
export interface ChosenNames {
  audience: (audience: DraftText['audience']) => string;
  review: (crisisRelated: boolean, months: number) => string;
  signer: (code: DraftText['reviewers'][number]) => string;
  kind: (kind: DraftText['blocks'][number]['kind']) => string;
  step: (kind: DraftText['nextSteps'][number]['kind']) => string;
  line: (id: string) => string;
  use: (use: DraftText['sources'][number]['use']) => string;
}

/** Words as a reader sees them: a run of letters or figures, one Chinese character, one mark. */
const wordsOf = (text: string): string[] =>
  text.match(/[0-9A-Za-z]+|[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g) ?? [];

/** Longest text that is compared word by word; more than that is shown as a whole. */
const comparedAtMost = 1500;

/** What became of a text, word by word: the longest common sequence stays. */
export function piecesOf(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  if (old.length > comparedAtMost || fresh.length > comparedAtMost) {
    return joined([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  }
  const longest = commonLengths(old, fresh);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [one = '', other = ''] = [old[i], fresh[j]];
    if (i < old.length && j < fresh.length && one === other) {
      pieces.push({ kind: 'same', text: one });
      i += 1;
      j += 1;
    } else if (i < old.length && (longest[i + 1]?.[j] ?? 0) >= (longest[i]?.[j + 1] ?? 0)) {
      pieces.push({ kind: 'removed', text: one });
      i += 1;
    } else if (j < fresh.length) {
      pieces.push({ kind: 'added', text: other });
      j += 1;
    } else {
      pieces.push({ kind: 'removed', text: one });
      i += 1;
    }
  }
  return joined(pieces);
}

/** For each pair of beginnings: how many words the rests have in common. */
function commonLengths(old: string[], fresh: string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(fresh.length + 1).fill(0),
  );
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const [row = [], below = []] = [table[i], table[i + 1]];
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      row[j] =
        old[i] === fresh[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

/** Neighbours of one kind are one piece, so that a reader hears no single letters. */
function joined(pieces: Piece[]): Piece[] {
  const list: Piece[] = [];
  for (const piece of pieces) {
    const last = list[list.length - 1];
    if (piece.text === '') continue;
    if (last?.kind === piece.kind) last.text += piece.text;
    else list.push({ ...piece });
  }
  return list;
}

/** Every part of a guide as lines of text, in the order of the page. */
function partsOf(text: DraftText, names: ChosenNames): [part: string, text: string][] {
  const { question, nextSteps } = text;
  const answers = question.answers.map(
    ({ right, text: answer, explanation }) => `${right ? '√ ' : '· '}${answer}\n${explanation}`,
  );
  const steps = nextSteps.map((step) => {
    const name = names.step(step.kind);
    if ('message' in step) return `${name}：${step.message}`;
    if (step.kind === 'call') return `${name}：${step.lines.map(names.line).join('、')}`;
    return step.kind === 'guide' ? `${name}：${step.guideId}` : name;
  });
  return [
    ['title', text.title],
    ['purpose', text.purpose],
    ...text.blocks.map((block, at): [string, string] => [
      `block-${at}`,
      `${block.title}\n${block.text}`,
    ]),
    ['question', [question.ask, ...answers].join('\n')],
    ['steps', steps.join('\n')],
    ['cards', text.cards.map((card) => `${card.title}\n${card.text}`).join('\n')],
    ['otherHalf', text.otherHalf ?? ''],
    ['words', text.words.join('、')],
    [
      'sources',
      text.sources
        .map(({ title, terms, use }) => `${title}｜${terms}｜${names.use(use)}`)
        .join('\n'),
    ],
    ['settings', settingsOf(text, names)],
  ];
}

const settingsOf = (text: DraftText, names: ChosenNames) =>
  [
    names.audience(text.audience),
    names.review(text.crisisRelated, text.reviewMonths),
    text.reviewers.map(names.signer).join('、'),
    ...text.blocks.map(({ kind, picture }) => `${names.kind(kind)}：${pictureWords[picture]}`),
  ].join('\n');

/** The parts in which two versions differ, in the order of the page; empty when they say the same. */
export function differencesOf(
  before: DraftText,
  after: DraftText,
  chosenNames: ChosenNames,
): Difference[] {
  const old = new Map(partsOf(before, chosenNames));
  const fresh = new Map(partsOf(after, chosenNames));
  const parts = [...fresh.keys(), ...[...old.keys()].filter((name) => !fresh.has(name))];
  return parts.flatMap((part) => {
    const [was, is] = [old.get(part) ?? '', fresh.get(part) ?? ''];
    return was === is ? [] : [{ part, pieces: piecesOf(was, is) }];
  });
}

/** Takes one part from another text and leaves the rest as it is: what somebody picks at the differences. */
export function withPart(text: DraftText, part: string, from: DraftText): DraftText {
  const number = /^block-(\d)$/.exec(part)?.[1];
  if (number !== undefined) {
    const block = from.blocks[Number(number)];
    const blocks = text.blocks.slice();
    blocks.splice(Number(number), 1, ...(block ? [block] : []));
    return { ...text, blocks };
  }
  if (part === 'steps') return { ...text, nextSteps: from.nextSteps };
  if (part === 'otherHalf') {
    const { otherHalf: _left, ...rest } = text;
    return from.otherHalf === undefined ? rest : { ...rest, otherHalf: from.otherHalf };
  }
  if (part === 'settings') {
    const { audience, crisisRelated, reviewMonths, reviewers } = from;
    const blocks = text.blocks.map((block, at) => {
      const other = from.blocks[at];
      return other ? { ...block, kind: other.kind, picture: other.picture } : block;
    });
    return { ...text, audience, crisisRelated, reviewMonths, reviewers, blocks };
  }
  const fields = ['title', 'purpose', 'question', 'cards', 'words', 'sources'] as const;
  const field = fields.find((one) => one === part);
  return field ? { ...text, [field]: from[field] } : text;
}
