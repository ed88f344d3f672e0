import * as v from 'valibot';
import { GuideTextSchema, type DraftText, type GuideText } from '@contract/guides';
import { faultsOf, type Fault } from '.';
import type { Place } from './measures';

const places: Record<string, Place> = {
  title: 'title',
  purpose: 'purpose',
  question: 'question',
  nextSteps: 'steps',
  cards: 'cards',
  words: 'words',
  sources: 'sources',
  reviewers: 'reviewers',
};

/** What keeps a draft from being submitted: gaps, and what the writing rules do not allow. */
export function submitFaults(id: string, version: number, text: DraftText): Fault[] {
  const guide: GuideText = { id, version, ...text };
  const issues = v.safeParse(GuideTextSchema, guide).issues ?? [];
  const gaps = new Set(
    issues.map((issue): Place => {
      const [part = '', number = ''] = (v.getDotPath(issue) ?? '').split('.');
      if (part === 'blocks') return number === '' ? 'whole' : `block-${Number(number)}`;
      return places[part] ?? 'whole';
    }),
  );
  return [...[...gaps].map((at): Fault => ({ code: 'missing', at })), ...faultsOf(guide)];
}
