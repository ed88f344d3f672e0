import * as v from 'valibot';
import { countKinds, shownFigures, sumOf, type Counts } from '@rules/guide-figures';
import { shownTownships } from '@rules/small-numbers';
import { defineAction } from '../../platform/action';
import { guideWriters } from '../../platform/allow';
import { guideTallies } from '../../platform/collections';
import { command } from '../../platform/database';
import { afterDigits, townshipsOf } from '../../platform/townships';

const none: Counts = { heard: 0, answered: 0, right: 0, contacts: 0 };
/** No county has more townships. */
const townshipsAtMost = 100;
const ClosedSchema = v.object({ _id: v.string(), closed: guideTallies.schema.entries.closed });

/** The county of whoever asks, by the rule of rules/small-numbers. Two questions, side by side. */
export const showFigures = defineAction('guides.showFigures', {
  allow: guideWriters,
  async handle({ caller, database }, { guideId }) {
    const [post] = (caller.person?.posts ?? []).filter(
      ({ role }) => role === 'counsellor' || role === 'admin',
    );
    const county = post?.county ?? '';
    const [found, regions] = await Promise.all([
      database.findParts(guideTallies, ClosedSchema, {
        where: { _id: command.gte(county).and(command.lt(`${county}${afterDigits}`)) },
        order: [['_id', 'asc']],
        limit: townshipsAtMost,
        fields: { 'closed.month': true, [`closed.counts.${guideId}`]: true },
      }),
      townshipsOf(database, county),
    ]);
    const closed = found.flatMap(({ _id, closed: one }) => (one ? [{ _id, ...one }] : []));
    const countsOf = new Map(
      closed.map(({ _id, counts }) => [_id, { ...none, ...counts[guideId] }]),
    );
    const months = closed.map(({ month }) => month).sort();
    return {
      through: months.at(-1),
      total: shownFigures(sumOf([...countsOf.values()])),
      townships: shownTownships(regions.map(({ _id }) => _id))
        .map((township) => ({ township, ...shownFigures(countsOf.get(township) ?? none) }))
        .filter((row) => countKinds.some((kind) => row[kind] > 0)),
    };
  },
});
