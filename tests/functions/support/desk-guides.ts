import type { DraftText, Review } from '@contract/guides';
import type { GuideDocument } from '../../../cloudfunctions/platform/collections';
import { libraryDrafts } from '../../../cloudfunctions/areas/guides/library';
import { textOf } from '../../../cloudfunctions/areas/guides/desk';
import { monday } from './clock';

function libraryDraft(id: string): GuideDocument {
  const found = libraryDrafts(monday).find((draft) => draft.id === id);
  if (!found) throw new Error(`the library has no ${id}`);
  return found;
}

/** A text without a fault, to be signed by a counsellor and a teacher. */
export const draftText = (): DraftText => ({
  ...textOf(libraryDraft('c2-three-small-things')),
  reviewers: ['C', 'T'],
});

export const signature = (code: Review['code'], name: string): Review => ({
  ...{ code, name, title: '老师', organisation: '柳溪镇中心小学', day: '2026-11-20' },
  demonstration: true,
});

/** A version at the desk, written by somebody who is nobody else in a test unless it says so. */
export function deskGuide(id: string, part: Partial<GuideDocument> = {}): GuideDocument {
  const base = libraryDraft('c2-three-small-things');
  const { otherHalf: _half, ...text } = base;
  const own = { id, version: 1, order: 950, authors: ['wx-author'] };
  const reviewers = draftText().reviewers;
  return { ...text, ...own, reviewers, _id: `${id}_${part.version ?? 1}`, ...part };
}
