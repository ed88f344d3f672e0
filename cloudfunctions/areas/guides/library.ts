import * as v from 'valibot';
import { GuideTextSchema, type GuideText } from '@contract/guides';
import { wholeCountry } from '@rules/guide-regions';
import { guideDocumentId, type GuideDocument } from '../../platform/collections';
import texts from './library.json';

/** The guides that come with the program, in the order of the list; nobody has signed them. */
export const libraryTexts = (): GuideText[] => v.parse(v.array(GuideTextSchema), texts);

/** They as drafts, as they are first written down. */
export function libraryDrafts(now: number): GuideDocument[] {
  return libraryTexts().map((text, order) => ({
    ...text,
    _id: guideDocumentId(text.id, text.version),
    status: 'draft',
    reviews: [],
    regions: [wholeCountry],
    order,
    createdAt: now,
    editedAt: now,
    rev: 1,
    ...{ authors: [], signers: [], waitsFor: [] },
  }));
}
