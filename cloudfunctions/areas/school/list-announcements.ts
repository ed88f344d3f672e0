import { limits } from '@contract/limits';
import { wholePage } from '@rules/whole-page';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { announcements, reactions } from '../../platform/collections';
import { command } from '../../platform/database';
import { ownPlaces, viewForFamily } from './family-view';

/** What was announced to the caller's children: two questions side by side, however many children. */
export const listAnnouncements = defineAction('school.listAnnouncements', {
  allow: signedInPeople,
  async handle({ caller, database, now }, { before }) {
    const places = ownPlaces(caller);
    if (places.length === 0) return { now, announcements: [], next: undefined };
    const at = before === undefined ? command.lte(now) : command.lt(Math.min(before, now + 1));
    const keys = [...new Set(places.flatMap((place) => place.keys))];
    const limit = limits.announcementsPerPage + 1;
    const [found, reacted] = await Promise.all([
      database.find(announcements, {
        where: { key: command.in(keys), at },
        order: [['at', 'desc']],
        limit,
      }),
      // At most one for each of them and each child, in the same order.
      database.find(reactions, {
        where: { childId: command.in(places.map(({ childId }) => childId)), at },
        order: [['at', 'desc']],
        limit: limit * places.length,
      }),
    ]);
    const page = wholePage(found, limits.announcementsPerPage, (one) => one.at);
    return {
      now,
      announcements: page
        .filter(({ held }) => !held)
        .map((announcement) => viewForFamily(announcement, reacted, caller)),
      next: found.length > page.length ? page.at(-1)?.at : undefined,
    };
  },
});
