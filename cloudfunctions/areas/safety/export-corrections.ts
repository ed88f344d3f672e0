import { limits } from '@contract/limits';
import { dayOf } from '@rules/dates';
import { wholePage } from '@rules/whole-page';
import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { corrections } from '../../platform/collections';
import { command } from '../../platform/database';
import { correctionsAt, openCorrection } from './corrections';
import { readFrom } from './cursor';
import { sitAtDesk } from './desk';
import { noteLook } from './look';

export const exportCorrections = defineAction('safety.exportCorrections', {
  allow: countyAdministrators,
  async handle(context, { before }) {
    const { database } = context;
    const from = readFrom(before);
    const desk = await sitAtDesk(context);
    const [found] = await Promise.all([
      database.find(corrections, {
        where: { ...correctionsAt(desk), ...(from !== undefined && { at: command.lt(from) }) },
        order: [['at', 'desc']],
        limit: limits.pageSize + 1,
      }),
      noteLook(context, desk, 'corrections'),
    ]);
    const page = wholePage(found, limits.pageSize, ({ at }) => at);
    return {
      rows: page.map((one) => ({
        month: dayOf(one.at).slice(0, 7),
        ...{ source: one.source ?? undefined, reason: one.reason ?? undefined },
        ...{ given: one.given, judgement: one.judgement, rules: one.rules },
        levelShouldBe: one.levelShouldBe ?? undefined,
        text: openCorrection(one),
      })),
      next: found.length > page.length ? String(page.at(-1)?.at) : undefined,
    };
  },
});
