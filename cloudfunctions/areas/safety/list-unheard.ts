import { limits } from '@contract/limits';
import { wholePage } from '@rules/whole-page';
import { openEvidence } from '../../platform/alert-evidence';
import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { unheard } from '../../platform/collections';
import { command } from '../../platform/database';
import { readFrom } from './cursor';
import { seenAt, sitAtDesk } from './desk';
import { placeNames } from './rows';

/** Recordings that no rule can read, the nearest deadline first. */
export const listUnheard = defineAction('safety.listUnheard', {
  allow: staff,
  async handle(context, { before }) {
    const { database, now } = context;
    const from = readFrom(before);
    const desk = await sitAtDesk(context);
    const found = await database.find(unheard, {
      where: {
        ...{ ...seenAt(desk), waiting: true },
        ...(from !== undefined && { hearBy: command.gt(from) }),
      },
      order: [['hearBy', 'asc']],
      limit: limits.alertsPerPage + 1,
    });
    const page = wholePage(found, limits.alertsPerPage, ({ hearBy }) => hearBy);
    const opened = page.map((one) => ({ one, evidence: openEvidence(unheard, one) }));
    const names = await placeNames(
      database,
      opened.flatMap(({ one, evidence }) => (evidence.schoolName ? [] : [one.township])),
    );
    const last = page.at(-1);
    return {
      now,
      recordings: opened.map(({ one, evidence }) => ({
        ...{ ref: one._id, source: one.source, at: one.at, hearBy: one.hearBy },
        ...{ overdue: now >= one.hearBy, urgent: one.urgent, seconds: evidence.seconds ?? 0 },
        nickname: evidence.nickname,
        placeName: evidence.schoolName ?? names.get(one.township) ?? '',
      })),
      next: found.length > page.length && last ? String(last.hearBy) : undefined,
    };
  },
});
