import type { InputOf, OutputOf } from '@contract';
import { submitFaults } from '@rules/guide-checks/submit';
import { wholeCountry } from '@rules/guide-regions';
import { afterStep, waitsFor } from '@rules/guide-states';
import { defineAction } from '../../platform/action';
import { guideWriters } from '../../platform/allow';
import { guideDocumentId, guides, type GuideDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import type { Transaction } from '../../platform/transaction';
import { textFields, textOf } from './desk';

/** Guides that were written at the desk stand behind those of the library. */
const orderOfNew = 9000;

type Answer = OutputOf<'guides.saveDraft'>;
type Writing = Pick<InputOf<'guides.saveDraft'>, 'text' | 'submit'> & { by: string; now: number };

/**
 * Nobody writes over what somebody else wrote meanwhile: they get the other text to choose from.
 * What was submitted stays as it was signed; a change of it is the next version.
 */
export const saveDraft = defineAction('guides.saveDraft', {
  allow: guideWriters,
  mostPerHour: 600,
  async handle({ caller, now, newId, once }, { base, text, submit }) {
    const freshId = newId('g');
    const writing: Writing = { text, submit, by: caller.openid, now };
    return once(async (transaction): Promise<Answer> => {
      if (!base) {
        const fresh = { id: freshId, version: 1, order: orderOfNew, regions: [wholeCountry] };
        return begin(transaction, { ...fresh, authors: [], back: null }, writing);
      }
      const guide = await transaction.get(guides, guideDocumentId(base.guideId, base.version));
      if (!guide) throw new ActionError('NOT_FOUND');
      if (afterStep(guide.status, 'write')) return write(transaction, guide, base.rev, writing);
      if (afterStep(guide.status, 'follow')) return follow(transaction, guide, writing);
      throw new ActionError('CANNOT_FOLLOW');
    });
  },
});

/** How a version stands after it was written: still a draft, or with its reviewers. */
function standingAfter(guide: { id: string; version: number }, { text, submit, now }: Writing) {
  if (!submit) return { status: 'draft' as const, waitsFor: [], editedAt: now };
  // The page says what is wrong by the same rules; here nothing gets past them.
  if (submitFaults(guide.id, guide.version, text).length > 0)
    throw new ActionError('INVALID_INPUT');
  return { status: 'inReview' as const, waitsFor: waitsFor(text, []), editedAt: now, back: null };
}

async function write(
  transaction: Transaction,
  guide: GuideDocument,
  rev: number,
  writing: Writing,
): Promise<Answer> {
  if (guide.rev !== rev) return changed(guide);
  const { waitsFor: waiting, ...standing } = standingAfter(guide, writing);
  await transaction.update(guides, guide._id, {
    ...textFields(writing.text),
    ...standing,
    waitsFor: command.set(waiting),
    rev: guide.rev + 1,
    authors: command.addToSet(writing.by),
  });
  return answer(guide, guide.rev + 1, writing);
}

/** The next version of what was submitted. Only one is written at a time. */
async function follow(
  transaction: Transaction,
  guide: GuideDocument,
  writing: Writing,
): Promise<Answer> {
  const { id, order, regions, status } = guide;
  const version = guide.version + 1;
  const there = await transaction.get(guides, guideDocumentId(id, version));
  if (there?.status === 'draft') return changed(there);
  if (there) throw new ActionError('CANNOT_FOLLOW');
  const returned = status === 'needsChange';
  if (returned) {
    await transaction.update(guides, guide._id, { status: afterStep(status, 'follow') });
  }
  // Whoever wrote what was sent back, or withdrawn unpublished, is an author of this too. What was
  // published had its reviewers.
  const authors = guide.publishedAt === undefined ? guide.authors : [];
  const back = returned ? (guide.back ?? null) : null;
  return begin(transaction, { id, version, order, regions, authors, back }, writing);
}

async function begin(
  transaction: Transaction,
  fresh: Pick<GuideDocument, 'id' | 'version' | 'order' | 'regions' | 'authors' | 'back'>,
  writing: Writing,
): Promise<Answer> {
  const { id, version, authors } = fresh;
  await transaction.add(guides, {
    ...fresh,
    ...writing.text,
    _id: guideDocumentId(id, version),
    ...{ rev: 1, reviews: [], signers: [], createdAt: writing.now },
    authors: [...new Set([...authors, writing.by])],
    ...standingAfter(fresh, writing),
  });
  return answer(fresh, 1, writing);
}

const answer = (
  guide: { id: string; version: number },
  rev: number,
  { submit }: Writing,
): Answer =>
  submit
    ? { state: 'submitted', guideId: guide.id, version: guide.version }
    : { state: 'saved', guideId: guide.id, version: guide.version, rev };

const changed = (guide: GuideDocument): Answer => ({
  ...{ state: 'changed', guideId: guide.id, version: guide.version, rev: guide.rev },
  text: textOf(guide),
});
