import { limits } from '@contract/limits';
import type { Call } from '@contract/push';
import { defineAction, type Context } from '../../platform/action';
import { administratorsOrCounsellors } from '../../platform/allow';
import { counsellorOf, countyAdministered } from '../../platform/caller';
import { calls, people, slots, type CallDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { decrypt } from '../../platform/field-encryption';
import { openCard, openPhone } from '../booking/day';
import { traceDay } from '../booking/trace-day';
import { counsellorList, countyList } from './note-calls';

/** A counsellor's own visits; a county's administrators see colleagues on duty. */
function listsOf({ caller }: Pick<Context, 'caller'>): string[] {
  const counsellor = counsellorOf(caller);
  const county = countyAdministered(caller);
  return [
    ...(counsellor === undefined ? [] : [counsellorList(counsellor)]),
    ...(county === undefined ? [] : [countyList(county)]),
  ];
}

/** Whom to telephone. Names and numbers are read from where they stand, so an old one is never dialled. */
export const listCalls = defineAction('notify.listCalls', {
  allow: administratorsOrCounsellors,
  async handle(context) {
    const { database, now } = context;
    const lists = listsOf(context);
    if (lists.length === 0) return { now, calls: [] };
    const found = await database.find(calls, {
      where: { list: command.in(lists), doneAt: null },
      order: [['at', 'asc']],
      limit: limits.pageSize,
    });
    const [visits, colleagues] = await Promise.all([
      visitCalls(database, found, now),
      dutyCalls(database, found),
    ]);
    if (visits.length > 0) {
      await traceDay(
        context,
        visits.map(({ childId }) => childId),
      );
    }
    return { now, calls: [...visits.map(({ call }) => call), ...colleagues] };
  },
});

export const markCalled = defineAction('notify.markCalled', {
  allow: administratorsOrCounsellors,
  async handle(context, { id }) {
    const { database, caller, now } = context;
    const found = await database.get(calls, id);
    if (!found || !listsOf(context).includes(found.list)) throw new ActionError('NOT_FOUND');
    // Whoever was first stands there.
    const done = { doneAt: now, doneBy: caller.openid };
    await database.updateWhere(calls, { _id: id, doneAt: null }, done);
    return {};
  },
});

async function visitCalls(
  database: Database,
  found: readonly CallDocument[],
  now: number,
): Promise<{ childId: string; call: Call }[]> {
  // Afterwards nobody needs to be told any more.
  const visits = found.filter(({ slotId, start = 0 }) => slotId !== undefined && start > now);
  if (visits.length === 0) return [];
  const places = await database.find(slots, {
    where: { _id: command.in(visits.flatMap(({ slotId }) => slotId ?? [])) },
    limit: visits.length,
  });
  return visits.flatMap(({ _id: id, slotId, at, start, placeName }) => {
    const place = places.find((one) => one._id === slotId);
    const card = place && openCard(place);
    // Cancelled, or moved, since.
    if (!card || !id.startsWith(`visit_${card.appointmentId}_`)) return [];
    const { childId, nickname: name, relation } = card;
    const phone = openPhone(place);
    return {
      childId,
      call: { ...{ id, kind: 'visit', at, start, placeName, name, relation }, phone },
    };
  });
}

async function dutyCalls(database: Database, found: readonly CallDocument[]): Promise<Call[]> {
  const duty = found.filter(({ kind }) => kind === 'duty');
  const openids = [...new Set(duty.flatMap(({ openid }) => openid ?? []))];
  if (openids.length === 0) return [];
  const where = { _id: command.in(openids) };
  const colleagues = await database.find(people, { where, limit: openids.length });
  return duty.flatMap(({ _id: id, at, openid }) => {
    const person = colleagues.find((one) => one._id === openid);
    if (!person) return [];
    const open = (field: 'name' | 'phone') => {
      const value = person[field];
      const place = { collection: people.name, id: person._id, field };
      return value === undefined ? undefined : decrypt(place, value);
    };
    return { id, kind: 'duty' as const, at, name: open('name') ?? '', phone: open('phone') };
  });
}
