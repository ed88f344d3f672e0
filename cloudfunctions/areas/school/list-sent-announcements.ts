import { limits } from '@contract/limits';
import { keyOfTarget } from '@rules/announcements';
import { wholePage } from '@rules/whole-page';
import { defineAction } from '../../platform/action';
import { announcers } from '../../platform/allow';
import { viewSent } from '../../platform/announcement-document';
import { announcements } from '../../platform/collections';
import { command } from '../../platform/database';
import { ownTargets } from './announce';

/** What was announced to the same families, by whomever; what is still to appear stands first. */
export const listSentAnnouncements = defineAction('school.listSentAnnouncements', {
  allow: announcers,
  async handle({ caller, database, now }, { before }) {
    const targets = ownTargets(caller);
    const found = await database.find(announcements, {
      where: {
        key: command.in(targets.map(keyOfTarget)),
        ...(before === undefined ? {} : { at: command.lt(before) }),
      },
      order: [['at', 'desc']],
      limit: limits.announcementsPerPage + 1,
    });
    const page = wholePage(found, limits.announcementsPerPage, ({ at }) => at);
    return {
      now,
      targets,
      announcements: page.map((one) => viewSent(one, caller.openid)),
      next: found.length > page.length ? page.at(-1)?.at : undefined,
    };
  },
});
