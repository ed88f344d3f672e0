import { limits } from '@contract/limits';
import { wholePage } from '@rules/whole-page';
import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { alerts } from '../../platform/collections';
import { command } from '../../platform/database';
import { readFrom } from './cursor';
import { seenAt, sitAtDesk } from './desk';
import { noteLook } from './look';

const headsPerPage = limits.pageSize * 5;

/** Kept outside, a head shows later that nothing before it was changed and nothing was cut off. */
export const showChainHeads = defineAction('safety.showChainHeads', {
  allow: countyAdministrators,
  async handle(context, { before }) {
    const { database, now } = context;
    const from = readFrom(before);
    const desk = await sitAtDesk(context);
    const [found] = await Promise.all([
      database.find(alerts, {
        where: { ...seenAt(desk), ...(from !== undefined && { lastAt: command.lt(from) }) },
        order: [['lastAt', 'desc']],
        limit: headsPerPage + 1,
      }),
      noteLook(context, desk, 'heads'),
    ]);
    const page = wholePage(found, headsPerPage, ({ lastAt }) => lastAt);
    const heads = page.map(({ _id: id, steps, head, lastAt: at }) => ({ id, steps, head, at }));
    const next = found.length > page.length ? String(page.at(-1)?.lastAt) : undefined;
    return { now, heads, next };
  },
});
