import type { OutputOf } from '@contract';
import { limits } from '@contract/limits';
import { dueSoonDays, type DeskList, type DeskRow } from '@contract/publishing';
import { addDays, dayOf } from '@rules/dates';
import { defineAction, type Context } from '../../platform/action';
import { guideDesk } from '../../platform/allow';
import { guides, type GuideDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { deskPerson, mayOf, type DeskPerson } from './desk';

type Lists = Record<Exclude<DeskList, 'mine' | 'due'>, GuideDocument['status']>;
const statuses: Lists = {
  draft: 'draft',
  inReview: 'inReview',
  published: 'published',
  needsChange: 'needsChange',
  withdrawn: 'withdrawn',
};
type Answer = OutputOf<'guides.listDrafts'>;

/** One round trip, two for what waits for the caller. The cursor names the last row that was read. */
export const listDrafts = defineAction('guides.listDrafts', {
  allow: guideDesk,
  async handle(context, { list, cursor }): Promise<Answer> {
    const { now, caller } = context;
    const who = deskPerson(caller);
    if (list === 'mine') return { now, ...(await listMine(context, who, cursor)) };
    if (list === 'due') return { now, ...(await listDue(context, who, cursor)) };
    return { now, ...(await listWhere(context, who, { status: statuses[list] }, cursor)) };
  },
});

/** Signatures and publishing that wait for the caller, and what came back to them. */
async function listMine(context: Context, who: DeskPerson, cursor: string | undefined) {
  const waiting = [...who.codes, ...(who.county === undefined ? [] : ['publisher'])];
  const inReview = { status: 'inReview', waitsFor: command.in(waiting) };
  const returned = { status: 'needsChange', authors: who.openid };
  const [page, back] = await Promise.all([
    waiting.length > 0 ? listWhere(context, who, inReview, cursor) : { rows: [], next: undefined },
    who.writes && cursor === undefined ? listWhere(context, who, returned, undefined) : undefined,
  ]);
  const rows = [...(back?.rows ?? []), ...page.rows].filter(({ forMe }) => forMe);
  return { rows, next: page.next };
}

async function listWhere(
  { database }: Context,
  who: DeskPerson,
  where: Record<string, unknown>,
  cursor: string | undefined,
) {
  const [edited = '', _id = ''] = cursor?.split(':') ?? [];
  const goesOn = [
    { editedAt: command.lt(Number(edited)) },
    { editedAt: Number(edited), _id: command.gt(_id) },
  ];
  const found = await database.find(guides, {
    where: cursor ? command.and([where, command.or(goesOn)]) : where,
    order: [
      ['editedAt', 'desc'],
      ['_id', 'asc'],
    ],
    limit: limits.pageSize + 1,
  });
  return pageOf(found, who, ({ editedAt }) => editedAt);
}

/** Published ones whose signatures run out soon or have run out, the oldest first. */
async function listDue({ database, now }: Context, who: DeskPerson, cursor: string | undefined) {
  const soon = { status: 'published', reviewDueDay: command.lte(addDays(dayOf(now), dueSoonDays)) };
  const [day = '', _id = ''] = cursor?.split(':') ?? [];
  const goesOn = [{ reviewDueDay: command.gt(day) }, { reviewDueDay: day, _id: command.gt(_id) }];
  const found = await database.find(guides, {
    where: cursor ? command.and([soon, command.or(goesOn)]) : soon,
    order: [
      ['reviewDueDay', 'asc'],
      ['_id', 'asc'],
    ],
    limit: limits.pageSize + 1,
  });
  return pageOf(found, who, ({ reviewDueDay = '' }) => reviewDueDay);
}

function pageOf(
  found: GuideDocument[],
  who: DeskPerson,
  keyOf: (guide: GuideDocument) => string | number,
) {
  const page = found.slice(0, limits.pageSize);
  const last = found.length > page.length ? page.at(-1) : undefined;
  return {
    rows: page.map((guide) => rowOf(guide, who)),
    next: last && `${keyOf(last)}:${last._id}`,
  };
}

function rowOf(guide: GuideDocument, who: DeskPerson): DeskRow {
  const { id: guideId, version, audience, title, status, crisisRelated, waitsFor } = guide;
  const { editedAt, publishAt, reviewDueDay } = guide;
  const may = mayOf(guide, who);
  const returned = status === 'needsChange' && guide.authors.includes(who.openid);
  return {
    ...{ guideId, version, audience, title, status, crisisRelated, waitsFor, editedAt },
    picture: guide.blocks[0]?.picture ?? 'together',
    forMe: may.sign.length > 0 || (may.publish && !publishAt) || (returned && may.write),
    ...{ publishAt: publishAt ?? undefined, reviewDueDay },
  };
}
