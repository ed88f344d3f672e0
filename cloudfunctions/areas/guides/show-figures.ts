import * as v from 'valibot';
import type { Figures } from '@contract/publishing';
import { countKinds, shownCount, shownTotal, type Counts } from '@rules/guide-figures';
import { defineAction } from '../../platform/action';
import { guideWriters } from '../../platform/allow';
import { guideTallies } from '../../platform/collections';
import { command } from '../../platform/database';

const none: Counts = { heard: 0, answered: 0, right: 0, contacts: 0 };
/** No county has more townships. */
const townshipsAtMost = 100;
/** Sorts after every digit. */
const afterDigits = '~';

/** The county of whoever asks; small numbers stay hidden (rules/guide-figures). */
export const showFigures = defineAction('guides.showFigures', {
  allow: guideWriters,
  async handle({ caller, database }, { guideId }) {
    const [post] = (caller.person?.posts ?? []).filter(
      ({ role }) => role === 'counsellor' || role === 'admin',
    );
    const county = post?.county ?? '';
    const CountsSchema = v.object({
      _id: v.string(),
      counts: v.optional(guideTallies.schema.entries.counts, {}),
    });
    const found = await database.findParts(guideTallies, CountsSchema, {
      where: { _id: command.gte(county).and(command.lt(`${county}${afterDigits}`)) },
      order: [['_id', 'asc']],
      limit: townshipsAtMost,
      fields: { [`counts.${guideId}`]: true },
    });
    const rows = found.flatMap(({ _id: township, counts }) => {
      const own = counts[guideId];
      return own ? [{ township, counts: { ...none, ...own } }] : [];
    });
    const figures = (show: (kind: keyof Counts) => number | undefined): Figures =>
      Object.fromEntries(countKinds.map((kind) => [kind, show(kind)]));
    return {
      total: figures((kind) => shownTotal(rows.map(({ counts }) => counts[kind]))),
      townships: rows.map(({ township, counts }) => ({
        township,
        ...figures((kind) => shownCount(counts[kind])),
      })),
    };
  },
});
