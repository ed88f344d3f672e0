import type { InputOf } from '@contract';
import type { Review } from '@contract/guides';
import { dayOf } from '@rules/dates';
import { isFictional } from '@rules/reach';
import { afterStep, waitsFor } from '@rules/guide-states';
import { defineAction } from '../../platform/action';
import { guideDesk } from '../../platform/allow';
import { signedIn, type Caller } from '../../platform/caller';
import { guideDocumentId, guides, people, type GuideDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { decrypt } from '../../platform/field-encryption';
import type { Transaction } from '../../platform/transaction';
import { deskPerson, mayOf } from './desk';

type Decision = InputOf<'guides.review'>['decision'];
type Signing = Extract<Decision, { kind: 'sign' }>;

/**
 * A signature under a version, or reasons why there is none. A second person gives it: what
 * somebody wrote they cannot sign, and nobody signs one version twice (rules/guide-states).
 */
export const review = defineAction('guides.review', {
  allow: guideDesk,
  async handle({ caller, now, once }, { guideId, version, decision }) {
    const who = deskPerson(caller);
    // Before anything is read: a refusal for want of the right tells nothing of the guide.
    const trusted = decision.kind === 'sign' ? who.codes.includes(decision.code) : mayJudge(who);
    if (!trusted) throw new ActionError('FORBIDDEN');
    return once(async (transaction) => {
      const guide = await transaction.get(guides, guideDocumentId(guideId, version));
      if (!guide) throw new ActionError('NOT_FOUND');
      if (afterStep(guide.status, 'sign') === undefined) throw new ActionError('CANNOT_FOLLOW');
      if (guide.authors.includes(caller.openid)) throw new ActionError('FORBIDDEN');
      const may = mayOf(guide, who);
      if (decision.kind === 'sendBack') {
        if (!may.sendBack) throw new ActionError('CANNOT_FOLLOW');
        return sendBack(transaction, guide, { ...decision, name: nameOf(caller), now });
      }
      if (!may.sign.includes(decision.code)) throw new ActionError('CANNOT_FOLLOW');
      return sign(transaction, guide, signatureOf(caller, decision, now), caller.openid);
    });
  },
});

const mayJudge = ({ codes, county }: ReturnType<typeof deskPerson>) =>
  codes.length > 0 || county !== undefined;

function nameOf(caller: Caller): string {
  const { name } = signedIn(caller);
  const place = { collection: people.name, id: caller.openid, field: 'name' };
  if (name === undefined) throw new ActionError('FORBIDDEN');
  return decrypt(place, name);
}

/** The name under a guide is public, by the will of whoever signs. */
function signatureOf(caller: Caller, { code, readers }: Signing, now: number): Review {
  const post = signedIn(caller).posts.find(({ signs }) => signs?.codes.includes(code));
  if (!post?.signs) throw new ActionError('FORBIDDEN');
  if (code === 'G' && readers === undefined) throw new ActionError('INVALID_INPUT');
  const { title, organisation } = post.signs;
  return {
    ...{ code, name: nameOf(caller), title, organisation, day: dayOf(now) },
    ...(code === 'G' && readers !== undefined ? { readers } : {}),
    demonstration: isFictional(post.county),
  };
}

async function sign(
  transaction: Transaction,
  guide: GuideDocument,
  signature: Review,
  openid: string,
) {
  const reviews = [...guide.reviews, signature];
  const waiting = waitsFor(guide, reviews);
  await transaction.update(guides, guide._id, {
    reviews: command.set(reviews),
    signers: command.addToSet(openid),
    waitsFor: command.set(waiting),
  });
  return { status: guide.status, waitsFor: waiting };
}

async function sendBack(
  transaction: Transaction,
  guide: GuideDocument,
  { reasons, name, now }: { reasons: string; name: string; now: number },
) {
  const status = afterStep(guide.status, 'sendBack') ?? guide.status;
  const { _id, id, version, title, authors } = guide;
  await transaction.update(guides, _id, {
    ...{ status, editedAt: now, waitsFor: command.set([]) },
    back: command.set({ reasons, name, at: now }),
  });
  transaction.tell({ to: authors, kind: 'guideBack', guide: { id, version }, title });
  return { status, waitsFor: [] };
}
