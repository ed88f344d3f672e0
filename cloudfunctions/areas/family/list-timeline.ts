import { limits } from '@contract/limits';
import type { TimelineEntry } from '@contract/warmth';
import { dayOf } from '@rules/dates';
import { wereHarder } from '@rules/warmth';
import { wholePage } from '@rules/whole-page';
import { defineAction } from '../../platform/action';
import { familyOfChild } from '../../platform/allow';
import { children, timeline } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { readWeeks } from '../../platform/child-weeks';
import { openChild } from './read-children';
import { heardBy, mayBeSeen, openEntry, viewEntry } from '../../platform/timeline-entries';
import { familyMember } from './family-warmth';

/** Questions side by side, however long the history. The weeks stand on the first page. */
export const listTimeline = defineAction('family.listTimeline', {
  allow: familyOfChild,
  async handle({ caller, database, now }, { childId, before }) {
    const [found, page, weekly] = await Promise.all([
      database.get(children, childId),
      readTimeline(database, { childId, before, openid: caller.openid }),
      before === undefined ? readWeeks(database, childId, undefined) : undefined,
    ]);
    const { child, warmth } = familyMember(found, caller.openid);
    return {
      ...{ now, nickname: openChild(child).nickname, ...page, days: warmth.days },
      entries: page.entries.map((entry) => heardBy(child, entry)),
      harder: wereHarder(warmth.days, dayOf(now)),
      weeks: weekly?.weeks ?? [],
    };
  },
});

/** A page of the timeline, the newest first. Whoever asks must be of the family. */
export async function readTimeline(
  database: Database,
  { childId, before, openid }: { childId: string; before: number | undefined; openid: string },
): Promise<{ entries: TimelineEntry[]; next: number | undefined }> {
  const found = await database.find(timeline, {
    where: { childId, ...(before === undefined ? {} : { at: command.lt(before) }) },
    order: [['at', 'desc']],
    limit: limits.timelinePage + 1,
  });
  const page = wholePage(found, limits.timelinePage, ({ at }) => at);
  return {
    entries: page.map((entry) => viewEntry(entry, openEntry(entry), openid)).filter(mayBeSeen),
    next: found.length > page.length ? page.at(-1)?.at : undefined,
  };
}
