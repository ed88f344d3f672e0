import type { Review, ReviewerCode } from '../cloudfunctions/contract/guides';
import { countyCode } from './county/townships';
import { libraryDrafts } from '../cloudfunctions/areas/guides/library';
import { guideDocumentId, type GuideDocument } from '../cloudfunctions/platform/collections';
import { addDays, dayOf, startOfDay } from '../cloudfunctions/rules/dates';
import { reviewDueDay } from '../cloudfunctions/rules/guide-review';

/** Made-up people who sign what nobody has reviewed yet; every signature says that it is one. */
const signers: [code: ReviewerCode, name: string, title: string, organisation: string][] = [
  ['P', '陈医生', '精神科医生', '云岭县妇幼保健院'],
  ['C', '李老师', '谈心老师', '柳溪镇中心小学'],
  ['S', '吴老师', '社工', '云岭县上门陪伴队'],
  ['L', '方律师', '律师', '云岭县法律援助站'],
  ['T', '王老师', '班主任', '柳溪镇中心小学'],
  ['G', '刘奶奶', '带孙子的奶奶', '柳溪镇'],
  ['G', '石爷爷', '带孙女的爷爷', '石桥乡'],
];

/** Days ago that they signed: no signature runs out while somebody looks around. */
const signedDaysAgo = 30;

/** Every guide of the library, signed for demonstration and published to the whole country. */
export function guideDocuments(now: number): GuideDocument[] {
  const day = addDays(dayOf(now), -signedDaysAgo);
  return libraryDrafts(startOfDay(day)).map((draft) => {
    const reviews = signaturesOf(draft.reviewers, day);
    const dueDay = reviewDueDay(draft.reviewMonths, reviews);
    return {
      ...draft,
      status: 'published',
      reviews,
      ...(dueDay === undefined ? {} : { reviewDueDay: dueDay }),
      publishedAt: startOfDay(day),
      publishedIn: countyCode,
    };
  });
}

export function signaturesOf(codes: ReviewerCode[], day: string): Review[] {
  return signers.flatMap(([code, name, title, organisation]) =>
    codes.includes(code)
      ? [{ code, name, title, organisation, day, demonstration: true as const }]
      : [],
  );
}

/** Further guides to look at long lists: copies under other ids, without their other halves. */
export function copiesOf(published: GuideDocument[], count: number): GuideDocument[] {
  return Array.from({ length: count }, (_, at) => {
    const { otherHalf: _half, ...guide } = published[at % published.length] ?? throwEmpty();
    const id = `${guide.id}-copy-${at}`;
    const title = `${guide.title.slice(0, 18)}（${at + 1}）`;
    return { ...guide, _id: guideDocumentId(id, guide.version), id, title, order: 1000 + at };
  });
}

function throwEmpty(): never {
  throw new Error('the library is empty');
}
