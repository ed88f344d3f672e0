import * as v from 'valibot';
import { GuideTextSchema, type GuideText } from '@contract/guides';
import { guideDocumentId, type GuideDocument } from '../../platform/collections';
import texts from './library.json';

/** Region of what is meant for the whole country, as for telephone lines. */
export const wholeCountry = '000000';

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
  }));
}
