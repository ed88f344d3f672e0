import { keyOfTarget } from '@rules/announcements';
import { minuteMs } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { hidesFrom, pictureOf } from '../../platform/announcement-document';
import { announcements } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { temporaryLink } from '../../platform/sdk';
import { ownTargets } from './announce';
import { ownPlaces } from './family-view';

const linkMinutes = 10;

/** For a few minutes: to the families it is for once it has appeared, and to those who may announce there. */
export const openAnnouncementPicture = defineAction('school.openAnnouncementPicture', {
  allow: signedInPeople,
  async handle({ caller, database, now }, { announcementId, number }) {
    const found = await database.get(announcements, announcementId);
    if (!found) throw new ActionError('NOT_FOUND');
    const isOwn = ownTargets(caller).some((target) => keyOfTarget(target) === found.key);
    const isTheirs = ownPlaces(caller).some(({ keys }) => keys.includes(found.key));
    const shows = isOwn ? !hidesFrom(found, caller.openid) : !found.held && found.at <= now;
    if ((!isOwn && !isTheirs) || !shows) throw new ActionError('NOT_FOUND');
    const fileId = pictureOf(found, number);
    const url = fileId && (await temporaryLink(fileId, linkMinutes * 60));
    if (!url) throw new ActionError('NOT_FOUND');
    return { url, expiresAt: now + linkMinutes * minuteMs };
  },
});
