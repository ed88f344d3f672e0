import * as v from 'valibot';
import { AccessWaySchema } from '@contract/enums';
import { deskPage, type DeskService } from '@contract/manage';
import { dayOf } from '@rules/dates';
import { isCheckOverdue, isClosed } from '@rules/directory-records';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { services } from '../../platform/collections';
import { scopeOf } from './desk';

/** A county has hundreds; of more, those that were checked longest ago. */
const atMost = 1000;

const HeadSchema = v.object({
  _id: v.string(),
  name: v.string(),
  townshipName: v.string(),
  ways: v.array(AccessWaySchema),
  phone: v.optional(v.string()),
  verifiedAt: v.number(),
  schoolId: v.optional(v.string()),
  closedOn: v.optional(v.string()),
});

/**
 * One round trip: the heads of a county's services, from which the page and its counts are taken.
 * They are as many as there are places to go to, and do not grow with time.
 */
export const listForDesk = defineAction('directory.listForDesk', {
  allow: having('admin'),
  async handle({ caller, database, now }, { search, show = 'all', from = 0 }) {
    const { county, schoolId } = scopeOf(caller);
    const found = await database.findParts(services, HeadSchema, {
      where: { county },
      order: [['verifiedAt', 'asc']],
      limit: atMost,
      fields: Object.fromEntries(Object.keys(HeadSchema.entries).map((field) => [field, true])),
    });
    const today = dayOf(now);
    const own = found.filter((head) => schoolId === undefined || head.schoolId === schoolId);
    const rows = own.map(({ _id: id, schoolId: _school, ...head }): DeskService => {
      const overdue = isCheckOverdue('service', head.verifiedAt, now);
      return { id, ...head, overdue: overdue && !isClosed(head.closedOn, today) };
    });
    const closed = rows.filter((row) => isClosed(row.closedOn, today));
    const open = rows.filter((row) => !isClosed(row.closedOn, today));
    const overdue = open.filter((row) => row.overdue);
    const matching = { all: open, overdue, closed }[show].filter((row) => matches(row, search));
    const next = from + deskPage;
    return {
      now,
      rows: matching.slice(from, next),
      next: next < matching.length ? next : undefined,
      counts: { all: open.length, overdue: overdue.length, closed: closed.length },
      schoolOnly: schoolId !== undefined,
    };
  },
});

/** Every word that was typed stands in the name, the township or the number. */
function matches({ name, townshipName, phone = '' }: DeskService, search = ''): boolean {
  const text = `${name} ${townshipName} ${phone.replaceAll('-', '')}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => text.includes(word.replaceAll('-', '')));
}
