import * as v from 'valibot';
import { AlertLevelSchema } from '@contract/help';
import { limits } from '@contract/limits';
import { AlertStateSchema, type AlertRow } from '@contract/safety';
import { isOverdue } from '@rules/alerts';
import { coveredUntil } from '@rules/duty';
import { wholePage } from '@rules/whole-page';
import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { alerts, unheard } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { readFrom } from './cursor';
import { isOnDuty, seenAt, standAtDesk, type Desk } from './desk';
import { viewRows } from './rows';

/** More are counted as so many. */
const countedAtMost = 1000;
const CountedSchema = v.object({
  level: AlertLevelSchema,
  state: AlertStateSchema,
  acceptBy: v.number(),
  followUpAt: v.nullable(v.number()),
  confirmBy: v.optional(v.number()),
});
const IdSchema = v.object({ _id: v.string() });

/** Open ones by urgency and age; whoever is on the roster of another week still sees their own. */
export const listAlerts = defineAction('safety.listAlerts', {
  allow: staff,
  async handle(context, { show, before }) {
    const { database, now } = context;
    const desk = await standAtDesk(context);
    if (show !== 'mine' && !desk.admin && !desk.onRoster) throw new ActionError('FORBIDDEN');
    const from = readFrom(before);
    const [page, counts] = await Promise.all([
      readPage(database, desk, show, from),
      count(database, desk, now),
    ]);
    const rows: AlertRow[] = await viewRows(database, page.rows, { openid: desk.openid, now });
    const own = desk.shifts.filter(({ duty, standIn }) =>
      [duty.openid, standIn?.openid].includes(desk.openid),
    );
    return {
      ...{ now, rows, counts },
      onDutyUntil: isOnDuty(desk, now) ? coveredUntil(own, now) : undefined,
      next: page.next,
    };
  },
});

async function readPage(
  database: Database,
  desk: Desk,
  show: 'open' | 'mine' | 'closed',
  from: number | undefined,
) {
  const closed = show === 'closed';
  const further = from === undefined ? undefined : closed ? command.lt(from) : command.gt(from);
  const field = closed ? 'closedAt' : 'order';
  const found = await database.find(alerts, {
    where: {
      ...seenAt(desk),
      open: !closed,
      ...(show === 'mine' && { 'acceptedBy.openid': desk.openid }),
      ...(further && { [field]: further }),
    },
    order: [[field, closed ? 'desc' : 'asc']],
    limit: limits.alertsPerPage + 1,
  });
  const at = (alert: (typeof found)[number]) => (closed ? (alert.closedAt ?? 0) : alert.order);
  const rows = wholePage(found, limits.alertsPerPage, at);
  const last = rows.at(-1);
  return { rows, next: found.length > rows.length && last ? String(at(last)) : undefined };
}

async function count(database: Database, desk: Desk, now: number) {
  const [open, recordings] = await Promise.all([
    database.findParts(alerts, CountedSchema, {
      where: { ...seenAt(desk), open: true },
      order: [['order', 'asc']],
      limit: countedAtMost,
      fields: { level: true, state: true, acceptBy: true, followUpAt: true, confirmBy: true },
    }),
    database.findParts(unheard, IdSchema, {
      where: { ...seenAt(desk), waiting: true },
      order: [['hearBy', 'asc']],
      limit: countedAtMost,
      fields: { _id: true },
    }),
  ]);
  const waiting = (level: string) =>
    open.filter((one) => one.state === 'waiting' && one.level === level).length;
  return {
    ...{ S1: waiting('S1'), S2: waiting('S2'), S3: waiting('S3') },
    secondLook: open.filter(({ state }) => state === 'secondLook').length,
    overdue: open.filter((alert) => isOverdue(alert, now)).length,
    unheard: recordings.length,
  };
}
