import type { ReviewerCode } from '../cloudfunctions/contract/guides';
import {
  guideDocumentId,
  type DocumentOf,
  type GuideDocument,
  type guideTallies,
} from '../cloudfunctions/platform/collections';
import { addDays, addMonths, dayMs, dayOf, hourMs } from '../cloudfunctions/rules/dates';
import { monthOfDay } from '../cloudfunctions/rules/periods';
import { waitsFor } from '../cloudfunctions/rules/guide-states';
import { townshipKeys, townships } from './county/townships';
import { signaturesOf } from './guides';
import { counsellorOpenid } from './people';

/** A colleague who writes as well; nobody of the preview, so that everybody there can sign. */
const colleague = 'demo-colleague';

type Part = Partial<GuideDocument> & Pick<GuideDocument, 'id' | 'title'>;

/** Next versions of published guides, in every state that the desk knows. */
export function guidesAtDesk(published: readonly GuideDocument[], now: number): GuideDocument[] {
  const day = addDays(dayOf(now), -2);
  const signed = (codes: ReviewerCode[]) => signaturesOf(codes, day);

  function next({ id, ...part }: Part, hoursAgo: number): GuideDocument[] {
    const base = published.find((guide) => guide.id === id);
    if (!base) return [];
    const { reviewDueDay: _day, publishedAt: _at, publishedIn: _in, ...text } = base;
    const version = base.version + 1;
    const guide: GuideDocument = {
      ...{ ...text, version, _id: guideDocumentId(id, version), status: 'inReview' },
      ...{ reviews: [], authors: [colleague], editedAt: now - hoursAgo * hourMs },
      createdAt: now - 3 * dayMs,
      reviewers: ['C', 'T'],
      ...part,
    };
    const waiting = guide.status === 'inReview' ? waitsFor(guide, guide.reviews) : [];
    return [{ ...guide, waitsFor: waiting }];
  }
  return [
    ...next({ id: 'c2-three-small-things', title: '今天就能做的两件小事' }, 3),
    ...next(
      {
        ...{ id: 't6-writing-to-families', title: '给家里回消息，短一点', reviews: signed(['C']) },
        signers: ['demo-other'],
      },
      20,
    ),
    ...next(
      {
        ...{ id: 'm1-phone-call', title: '打电话，先听他说' },
        ...{ reviews: signed(['C', 'T']), signers: ['demo-other', 'demo-another'] },
      },
      26,
    ),
    ...next(
      {
        ...{ id: 'c8-rest-yourself', title: '您也要歇一歇', status: 'needsChange' as const },
        authors: [counsellorOpenid],
        back: { reasons: '第三块说得太快，奶奶们听不明白。请拆成两句。', name: '王老师', at: now },
      },
      30,
    ),
    ...next(
      {
        ...{ id: 'c9-what-a-visit-is', title: '见谈心老师，是这样的', status: 'draft' as const },
        authors: [counsellorOpenid],
        purpose: '',
      },
      50,
    ),
  ];
}

/** Made-up numbers: many in some townships, few in others, so that hiding them can be seen. */
export function guideTallyDocuments(
  published: readonly GuideDocument[],
  now: number,
): DocumentOf<typeof guideTallies>[] {
  const month = monthOfDay(addMonths(dayOf(now), -1));
  return townshipKeys.slice(0, 4).map((key, place) => {
    const counts = Object.fromEntries(
      published.slice(0, 12).map(({ id }, at) => {
        const heard = Math.max(64 - place * 19 - at * 2, 3);
        const answered = Math.round(heard * 0.6);
        const right = Math.round(heard * 0.45);
        return [id, { heard, answered, right, contacts: Math.round(heard * 0.2) }];
      }),
    );
    return { _id: townships[key].code, counts, closed: { month, counts } };
  });
}
