import { limits } from '@contract/limits';
import { pushTemplates } from '@contract/push';
import { wholePage } from '@rules/whole-page';
import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { pushes } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { templatesOf } from '../../platform/push-config';

/** What can never arrive as it is. It says which template and which code, never to whom. */
export const listDeadLetters = defineAction('notify.listDeadLetters', {
  allow: countyAdministrators,
  async handle({ database, now }, { before }) {
    const found = await database.find(pushes, {
      where: { state: 'dead', ...(before === undefined ? {} : { at: command.lt(before) }) },
      order: [['at', 'desc']],
      limit: limits.pageSize + 1,
    });
    const page = wholePage(found, limits.pageSize, ({ at }) => at);
    const configured = templatesOf();
    return {
      now,
      letters: page.map(({ _id: id, kind, template, at, tries, code }) => ({
        ...{ id, kind, template, at, tries },
        ...(code !== null && { code }),
      })),
      next: found.length > page.length ? page.at(-1)?.at : undefined,
      missing: pushTemplates.filter((name) => !configured.has(name)),
    };
  },
});

/** Once more, after its cause was mended; what is over by now is told by nobody. */
export const sendAgain = defineAction('notify.sendAgain', {
  allow: countyAdministrators,
  async handle({ database, now }, { id }) {
    const again = { state: 'due', dueAt: now, tries: 0, why: null, code: null };
    if ((await database.updateWhere(pushes, { _id: id, state: 'dead' }, again)) > 0) return {};
    const push = await database.get(pushes, id);
    // Tapped twice, it is on its way already.
    if (push === undefined || push.tries > 0) throw new ActionError('NOT_FOUND');
    return {};
  },
});
