import * as v from 'valibot';
import { nationalLines } from '@contract/national-lines';
import { GuideTextSchema, type GuideText } from '@contract/guides';
import {
  audienceWords,
  blockWords,
  headWords,
  partWords,
  pictureWords,
  reviewerWords,
  sourceUseWords,
  stepWords,
} from './guide-words';

/** A guide, or what is wrong with its file: one sentence a fault, for whoever wrote it. */
export type ParsedGuide = { ok: true; guide: GuideText } | { ok: false; faults: string[] };

/**
 * Reads a guide from its text file: a head between `---` lines, then the parts of `partWords`.
 * @param id the file's name without its ending; it is the guide's id.
 */
export function parseGuide(id: string, text: string): ParsedGuide {
  const faults: string[] = [];
  const { head, parts } = split(text.replace(/\r\n?/g, '\n'), faults);
  const list = (word: string) => (head.get(word) ?? '').split(/[，、,\s]+/).filter(Boolean);
  const guide = {
    id,
    title: head.get(headWords.title),
    audience: keyOf(audienceWords, head.get(headWords.audience) ?? '', faults),
    purpose: head.get(headWords.purpose),
    words: list(headWords.words),
    otherHalf: head.get(headWords.otherHalf),
    crisisRelated: head.get(headWords.crisisRelated) === '是',
    reviewMonths: Number(head.get(headWords.reviewMonths)),
    reviewers: list(headWords.reviewers).map((word) => keyOf(reviewerWords, word, faults)),
    version: Number(head.get(headWords.version)),
    licence: head.get(headWords.licence),
    blocks: entriesOf(parts.get(partWords.body)).map((entry) => block(entry, faults)),
    question: question(parts.get(partWords.question) ?? []),
    nextSteps: items(parts.get(partWords.steps)).map((item) => step(item, faults)),
    cards: entriesOf(parts.get(partWords.cards)).map(({ heading, text: lines }) => ({
      title: heading,
      text: lines,
    })),
    sources: items(parts.get(partWords.sources)).map((item) => {
      const [title, terms, use] = cells(item);
      return { title, terms, use: keyOf(sourceUseWords, use ?? '', faults) };
    }),
  };
  const parsed = v.safeParse(GuideTextSchema, guide);
  if (parsed.success && faults.length === 0) return { ok: true, guide: parsed.output };
  const issues = parsed.issues ?? [];
  return {
    ok: false,
    faults: [
      ...faults,
      ...issues.map((issue) => `${v.getDotPath(issue) ?? 'guide'}: ${issue.message}`),
    ],
  };
}

interface Parts {
  head: Map<string, string>;
  /** Heading of a part → its lines that are not empty. */
  parts: Map<string, string[]>;
}

function split(text: string, faults: string[]): Parts {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text);
  if (!match) faults.push('the file begins with a head between two lines of ---');
  const known = new Set<string>(Object.values(headWords));
  const head = new Map<string, string>();
  for (const line of lines(match?.[1] ?? '')) {
    const [, word = '', value = ''] = /^([^：:]+)[：:](.*)$/.exec(line) ?? [];
    if (!known.has(word)) faults.push(`the head has a line nobody knows: ${line}`);
    else if (head.has(word)) faults.push(`the head says ${word} twice`);
    else head.set(word, value.trim());
  }
  const order: string[] = Object.values(partWords);
  const parts = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of lines(match?.[2] ?? '')) {
    const heading = /^# (.+)$/.exec(line)?.[1];
    if (heading === undefined) {
      if (parts.size === 0) faults.push(`this stands before the first part: ${line}`);
      current.push(line);
      continue;
    }
    if (!order.includes(heading)) faults.push(`nobody knows the part ${heading}`);
    if (parts.has(heading)) faults.push(`the part ${heading} is there twice`);
    current = [];
    parts.set(heading, current);
  }
  const found = [...parts.keys()].filter((part) => order.includes(part));
  if (found.join() !== order.filter((part) => parts.has(part)).join()) {
    faults.push(`the parts stand in the order ${order.join('、')}`);
  }
  return { head, parts };
}

interface Entry {
  heading: string;
  text: string;
}

/** Every `## heading` of a part with the lines under it. */
function entriesOf(part: string[] = []): Entry[] {
  const entries: Entry[] = [];
  for (const line of part) {
    const heading = /^## (.+)$/.exec(line)?.[1];
    const last = entries[entries.length - 1];
    if (heading !== undefined) entries.push({ heading, text: '' });
    else if (last) last.text = last.text ? `${last.text}\n${line}` : line;
    else entries.push({ heading: '', text: line });
  }
  return entries;
}

/** `## 今天：坐到他旁边（陪着）`: what the block is for, its title, its picture. */
function block({ heading, text }: Entry, faults: string[]) {
  const [, kind = '', title = '', picture = ''] =
    /^([^：]+)：(.+)（([^（）]+)）$/.exec(heading) ?? [];
  if (!kind) faults.push(`a block is headed "今天：…（图）", not "${heading}"`);
  return {
    kind: keyOf(blockWords, kind, faults),
    title,
    picture: keyOf(pictureWords, picture, faults),
    text,
  };
}

/** The question, then `- [x] right | why` and `- [ ] wrong | why`. */
function question(part: string[]) {
  const answers = part.flatMap((line) => {
    const [, mark, rest] = /^- \[([ x])\] (.+)$/.exec(line) ?? [];
    if (rest === undefined) return [];
    const [text, explanation] = cells(rest);
    return [{ text, right: mark === 'x', explanation }];
  });
  return { ask: part.filter((line) => !line.startsWith('- ')).join('\n'), answers };
}

/** `- 问学校：a prepared message`, `- 打电话：急救、报警`, `- 再听一篇：id`, `- 约时间`. */
function step(item: string, faults: string[]) {
  const [, word = '', value = ''] = /^([^：]+)(?:：(.*))?$/.exec(item) ?? [];
  const kind = keyOf(stepWords, word, faults);
  if (kind === 'call') return { kind, lines: value.split('、').map((name) => line(name, faults)) };
  if (kind === 'guide') return { kind, guideId: value.trim() };
  if (kind === 'askSchool' || kind === 'tellFamily') return { kind, message: value };
  return { kind };
}

function line(name: string, faults: string[]): string {
  const found = nationalLines.find((candidate) => candidate.name === name.trim());
  if (!found) faults.push(`the directory has no telephone line called ${name}`);
  return found?.id ?? '';
}

function keyOf<Key extends string>(words: Record<Key, string>, word: string, faults: string[]) {
  const found = Object.entries<string>(words).find(([, known]) => known === word.trim());
  if (!found) faults.push(`"${word}" is none of ${Object.values(words).join('、')}`);
  return found?.[0];
}

const items = (part: string[] = []) =>
  part.flatMap((text) => (text.startsWith('- ') ? [text.slice(2).trim()] : []));

const cells = (item: string) => item.split('|').map((cell) => cell.trim());

const lines = (text: string) =>
  text
    .split('\n')
    .map((candidate) => candidate.trim())
    .filter(Boolean);
