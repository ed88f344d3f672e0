import { EmptySchema } from '@contract/shapes';
import { hasExpired, reviewDueDay } from '@rules/guide-review';
import { afterStep, mayPublish } from '@rules/guide-states';
import { mayAdminister } from '@rules/posts';
import { guides, people, type GuideDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { once } from '../../platform/idempotency';
import type { Transaction } from '../../platform/transaction';

/** More than one is never published for long: a newer one puts it out of the way. */
const previousAtMost = 5;

/** The versions of a guide that families are shown now. */
export const publishedOf = (database: Database, guideId: string): Promise<GuideDocument[]> =>
  database.find(guides, {
    where: { id: guideId, status: 'published' },
    order: [['version', 'desc']],
    limit: previousAtMost,
  });

interface Publication {
  now: number;
  regions: string[];
  county: string;
  /** Found before the transaction, which looks at each again. */
  previous: readonly Pick<GuideDocument, '_id'>[];
}

/**
 * Shows a version to families, and the older one no more.
 * @throws ActionError CANNOT_FOLLOW when its signatures have run out, or a newer one is out already.
 */
export async function publishVersion(
  transaction: Transaction,
  guide: GuideDocument,
  { now, regions, county, previous }: Publication,
): Promise<void> {
  const { _id, id, version, title, authors } = guide;
  const dueDay = reviewDueDay(guide.reviewMonths, guide.reviews);
  if (hasExpired({ reviewDueDay: dueDay }, now)) throw new ActionError('CANNOT_FOLLOW');
  for (const { _id: oldId } of previous) {
    const old = await transaction.get(guides, oldId);
    const status = old && afterStep(old.status, 'replace');
    if (!old || !status) continue;
    if (old.version > version) throw new ActionError('CANNOT_FOLLOW');
    await transaction.update(guides, oldId, { status, editedAt: now });
  }
  await transaction.update(guides, _id, {
    ...{ status: 'published', publishedAt: now, editedAt: now, publishedIn: county },
    ...{ reviewDueDay: dueDay, publishAt: null, waitsFor: command.set([]) },
    regions: command.set(regions),
  });
  transaction.tell({ to: authors, kind: 'guideOut', guide: { id, version }, title });
}

/**
 * What was set to be published by itself, when its time has come. Does nothing when it was sent
 * back, withdrawn or put off meanwhile, or when whoever set it may not publish any more: it then
 * waits for a publisher again.
 */
export async function publishWhenDue(
  { database, now, random }: { database: Database; now: number; random: () => number },
  ref: string,
): Promise<void> {
  const found = await database.get(guides, ref);
  if (!found?.publishAt || found.publishAt > now) return;
  const previous = await publishedOf(database, found.id);
  const requestId = `${ref}_${found.publishAt}`;
  const request = { action: 'publishWhenDue', input: {}, openid: 'job', requestId, now };
  await once(database, random, request, EmptySchema, async (transaction) => {
    const guide = await transaction.get(guides, ref);
    const { publishAt, publishBy = '', publishedIn: county = '' } = guide ?? {};
    if (!guide || !publishAt || publishAt > now) return {};
    const publisher = await transaction.get(people, publishBy);
    const trusted = publisher && mayAdminister(publisher.posts, { role: 'admin', county });
    if (!trusted || !mayPublish(guide, publishBy)) {
      await transaction.update(guides, ref, { publishAt: null });
      return {};
    }
    await publishVersion(transaction, guide, { now, regions: guide.regions, county, previous });
    return {};
  });
}
