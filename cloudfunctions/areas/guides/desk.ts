import type { DraftText, ReviewerCode } from '@contract/guides';
import type { DeskGuideView } from '@contract/publishing';
import { isOfCounty } from '@rules/guide-regions';
import { afterStep, codesToSign, mayPublish, mayReturn } from '@rules/guide-states';
import { guideWriters } from '../../platform/allow';
import { countyAdministered, type Caller } from '../../platform/caller';
import type { GuideDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import type { Fields } from '../../platform/sdk';

/** What somebody may do at the desk, from their posts. */
export interface DeskPerson {
  openid: string;
  codes: ReviewerCode[];
  writes: boolean;
  /** The county they publish in. */
  county: string | undefined;
}

export function deskPerson(caller: Caller): DeskPerson {
  const posts = caller.person?.posts ?? [];
  return {
    openid: caller.openid,
    codes: [...new Set(posts.flatMap(({ signs }) => signs?.codes ?? []))],
    writes: guideWriters.permits(caller, undefined),
    county: countyAdministered(caller),
  };
}

/** The text of a version, apart from how it stands. */
export function textOf(guide: GuideDocument): DraftText {
  const { audience, title, purpose, blocks, question, nextSteps, otherHalf } = guide;
  const { cards, words, sources, licence, crisisRelated, reviewMonths, reviewers } = guide;
  return {
    ...{ audience, title, purpose, blocks, question, nextSteps },
    ...(otherHalf === undefined ? {} : { otherHalf }),
    ...{ cards, words, sources, licence, crisisRelated, reviewMonths, reviewers },
  };
}

/** A text as a change of a document: lists and objects are put in place of the old ones. */
export const textFields = ({ otherHalf, ...text }: DraftText): Fields => ({
  ...Object.fromEntries(
    Object.entries(text).map(([key, value]) => [
      key,
      typeof value === 'object' ? command.set(value) : value,
    ]),
  ),
  otherHalf: otherHalf ?? command.remove(),
});

/** What a version waits for from this person: the desk's first list, and its buttons. */
export function mayOf(guide: GuideDocument, who: DeskPerson): DeskGuideView['may'] {
  const { openid, county, writes } = who;
  const sign = codesToSign(guide, who);
  const publish = county !== undefined && mayPublish(guide, openid);
  const follows =
    afterStep(guide.status, 'write') !== undefined ||
    afterStep(guide.status, 'follow') !== undefined;
  return {
    write: writes && follows,
    sign,
    sendBack: sign.length > 0 || (county !== undefined && mayReturn(guide, openid)),
    publish,
    withdraw:
      county !== undefined &&
      afterStep(guide.status, 'withdraw') !== undefined &&
      isOfCounty(guide.regions, county),
  };
}

export function viewDesk(guide: GuideDocument, who: DeskPerson): DeskGuideView {
  const { id: guideId, version, status, rev, editedAt, reviews, waitsFor, regions } = guide;
  const { back, publishAt, reviewDueDay, withdrawnFor } = guide;
  return {
    ...{ guideId, version, text: textOf(guide), status, rev, editedAt, reviews, waitsFor, regions },
    ...{ back: back ?? undefined, publishAt: publishAt ?? undefined, reviewDueDay, withdrawnFor },
    mine: guide.authors.includes(who.openid),
    may: mayOf(guide, who),
  };
}
