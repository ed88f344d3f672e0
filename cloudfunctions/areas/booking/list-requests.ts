import { limits } from '@contract/limits';
import type { RequestEntry } from '@contract/waitlist';
import { ageAt } from '@rules/dates';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { waitlist, type WaitlistDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { openRequest } from './waits';

/** Who waits in the county, in the order of the rule, a page at a time. Every look is written down. */
export const listRequests = defineAction('booking.listRequests', {
  allow: having('counsellor'),
  async handle({ caller, database, now }, { cursor }) {
    const post = signedIn(caller).posts.find(({ role }) => role === 'counsellor');
    if (!post) throw new ActionError('FORBIDDEN');
    const open = { county: post.county, settledAt: null };
    const found = await database.find(waitlist, {
      where: cursor === undefined ? open : after(open, cursor),
      order: [
        ['rank', 'desc'],
        ['_id', 'asc'],
      ],
      limit: limits.pageSize + 1,
    });
    const page = found.slice(0, limits.pageSize);
    await recordAccess(database, {
      viewer: caller,
      role: 'counsellor',
      childIds: page.map(({ childId }) => childId),
      purpose: 'requests',
      now,
    });
    const last = found.length > page.length ? page.at(-1) : undefined;
    return {
      now,
      requests: page.map((request) => viewRequest(request, now)),
      next: last && `${last.rank} ${last._id}`,
    };
  },
});

/** Where the page before ended: a rank and, as two may have the same, an id. */
function after(open: { county: string; settledAt: null }, cursor: string) {
  const [, rank, id] = /^(-?\d+) ([\w-]+)$/.exec(cursor) ?? [];
  if (rank === undefined || id === undefined) throw new ActionError('INVALID_INPUT');
  return command.or([
    { ...open, rank: command.lt(Number(rank)) },
    { ...open, rank: Number(rank), _id: command.gt(id) },
  ]);
}

function viewRequest(request: WaitlistDocument, now: number): RequestEntry {
  const { _id: id, wish, since, urgency, siblingId, reviewAskedAt, state } = request;
  const { nickname, birthYear, birthMonth, schoolName, worries, voiceSeconds, phone } =
    openRequest(request);
  return {
    ...{ id, nickname, schoolName, worries, voiceSeconds, phone, wish, since, urgency },
    age: ageAt(now, birthYear, birthMonth),
    together: siblingId !== null,
    reviewAsked: reviewAskedAt !== null,
    offered: state === 'offered',
  };
}
