import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { reactionId } from '../../platform/announcement-document';
import { announcements, reactions } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { ownPlaces, viewForFamily } from './family-view';

export const showAnnouncement = defineAction('school.showAnnouncement', {
  allow: signedInPeople,
  async handle({ caller, database, now }, { announcementId }) {
    const places = ownPlaces(caller);
    if (places.length === 0) throw new ActionError('NOT_FOUND');
    const ids = places.map(({ childId }) => reactionId(announcementId, childId));
    const [found, reacted] = await Promise.all([
      database.get(announcements, announcementId),
      database.find(reactions, { where: { _id: command.in(ids) }, limit: ids.length }),
    ]);
    const isTheirs = places.some(({ keys }) => found && keys.includes(found.key));
    if (!found || !isTheirs || found.held || found.at > now) throw new ActionError('NOT_FOUND');
    return { now, announcement: viewForFamily(found, reacted, caller) };
  },
});
