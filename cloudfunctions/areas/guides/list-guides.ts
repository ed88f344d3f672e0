import * as v from 'valibot';
import { AudienceSchema, BlockSchema } from '@contract/guides';
import type { GuideSummary } from '@contract/reading';
import { hasExpired } from '@rules/guide-review';
import { dayMs } from '@rules/dates';
import { wholeCountry } from '@rules/guide-regions';
import { countyOf } from '@rules/reach';
import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { guides } from '../../platform/collections';
import { command, type Database } from '../../platform/database';

const pageSize = 40;
/** A phone that was not seen for longer finds out when it opens the guide. */
const goneDays = 180;
const goneAtMost = 100;
const GoneSchema = v.object({ id: v.string(), version: v.number() });

export const RowSchema = v.object({
  _id: v.string(),
  id: v.string(),
  version: v.number(),
  audience: AudienceSchema,
  title: v.string(),
  purpose: v.string(),
  blocks: v.array(v.pick(BlockSchema, ['picture'])),
  crisisRelated: v.boolean(),
  reviewDueDay: v.optional(v.string()),
  words: v.array(v.string()),
  otherHalf: v.optional(v.string()),
  order: v.number(),
});
type Row = v.InferOutput<typeof RowSchema>;

/** What the list reads of a guide. */
export const shownFields = {
  ...Object.fromEntries(
    Object.keys(v.omit(RowSchema, ['blocks']).entries).map((field) => [field, true]),
  ),
  // Only the pictures: the text is the larger part, and a list does not read it.
  'blocks.picture': true,
};

/** Two round trips side by side, a page at a time; the cursor is the place of the last one in the list. */
export const listGuides = defineAction('guides.listGuides', {
  allow: anyone,
  async handle({ database, now }, { audience, township, cursor }) {
    const places = township ? [countyOf(township), township] : [];
    const [order = '', _id = ''] = cursor?.split(':') ?? [];
    const goesOn = [
      { order: command.gt(Number(order)) },
      { order: Number(order), _id: command.gt(_id) },
    ];
    const inList = {
      status: 'published',
      audience,
      regions: command.in([wholeCountry, ...places]),
    };
    const [found, gone] = await Promise.all([
      database.findParts(guides, RowSchema, {
        where: cursor ? command.and([inList, command.or(goesOn)]) : inList,
        order: [
          ['order', 'asc'],
          ['_id', 'asc'],
        ],
        limit: pageSize + 1,
        fields: shownFields,
      }),
      cursor ? undefined : readGone(database, now),
    ]);
    const page = found.slice(0, pageSize);
    const last = found.length > page.length ? page.at(-1) : undefined;
    return {
      guides: page.flatMap((row) => {
        const expired = hasExpired(row, now);
        // Without valid signatures only what is about a crisis stays, for its telephone buttons.
        return expired && !row.crisisRelated ? [] : [summaryOf(row, expired)];
      }),
      next: last && `${last.order}:${last._id}`,
      ...(gone && gone.length > 0 ? { gone } : {}),
    };
  },
});

/** What was withdrawn lately, so that copies on phones go as well. */
const readGone = (database: Database, now: number) =>
  database.findParts(guides, GoneSchema, {
    where: { status: 'withdrawn', withdrawnAt: command.gt(now - goneDays * dayMs) },
    order: [['withdrawnAt', 'desc']],
    limit: goneAtMost,
    fields: { id: true, version: true },
  });

/** A guide as a list shows it. */
export function summaryOf(row: Row, expired: boolean): GuideSummary {
  const { id, version, audience, title, purpose, blocks, crisisRelated, words, otherHalf } = row;
  return {
    ...{ id, version, audience, title, purpose, crisisRelated, words, otherHalf },
    picture: blocks[0]?.picture ?? 'together',
    blocks: blocks.length,
    expired,
  };
}
