import type { DutyEntry } from '@contract/safety';
import { crosses } from '@rules/duty';
import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import {
  dutyRoster,
  posts,
  type DutyRosterDocument,
  type PostDocument,
} from '../../platform/collections';
import { command } from '../../platform/database';
import { rosterId } from '../../platform/duty';
import { ActionError } from '../../platform/errors';
import { reachable } from '../../platform/reach-duty';
import { postName } from './colleagues';
import { countyOfRoster, isMonday, isOfWeek } from './week';

type Shift = DutyRosterDocument['shifts'][number];

/** The whole week at once, and only with people whom a call for help reaches. */
export const setDuty = defineAction('safety.setDuty', {
  allow: countyAdministrators,
  async handle({ caller, database, newId, once }, { week, rev, entries }) {
    const county = countyOfRoster(caller);
    const outside = entries.some(({ day }) => !isOfWeek(day, week));
    if (!isMonday(week) || outside || crosses(entries)) throw new ActionError('INVALID_INPUT');
    const wanted = [
      ...new Set(
        entries.flatMap(({ postId, standIn }) => (standIn ? [postId, standIn] : [postId])),
      ),
    ];
    const held = await database.find(posts, {
      where: { _id: command.in(wanted), county, until: null },
      limit: Math.max(wanted.length, 1),
    });
    const people = wanted.map((postId) => postOf(held, postId));
    const reached = await reachable(
      database,
      people.map(({ openid }) => openid),
    );
    const unreachable = people.filter(({ openid }) => !reached.has(openid));
    if (unreachable.length > 0) {
      const named = unreachable.map((post) => ({
        ...{ postId: post._id, name: postName(post), role: post.role },
      }));
      return { set: false, unreachable: named, rev };
    }
    return once(async (transaction) => {
      const _id = rosterId(county, week);
      const before = await transaction.get(dutyRoster, _id);
      if ((before?.rev ?? 0) !== rev) throw new ActionError('CHANGED_MEANWHILE');
      const shifts = entries.map((entry) => shiftOf(entry, held, before?.shifts ?? [], newId));
      const after = { shifts, rev: rev + 1 };
      if (before) {
        await transaction.update(dutyRoster, _id, { ...after, shifts: command.set(shifts) });
      } else await transaction.add(dutyRoster, { _id, county, week, ...after });
      const to = changedFor(before?.shifts ?? [], shifts).filter((one) => one !== caller.openid);
      transaction.tell({ to, kind: 'dutyChanged' });
      return { set: true, unreachable: [], rev: after.rev };
    });
  },
});

function postOf(held: readonly PostDocument[], postId: string): PostDocument {
  const post = held.find(({ _id }) => _id === postId);
  if (!post) throw new ActionError('NOT_FOUND');
  return post;
}

/** What stays as it was keeps its id, and who was asked to take it over. */
function shiftOf(
  { day, from, to, postId, standIn }: DutyEntry,
  held: readonly PostDocument[],
  before: readonly Shift[],
  newId: (prefix: string) => string,
): Shift {
  const onDuty = (id: string) => ({ postId: id, openid: postOf(held, id).openid });
  const known = before.find(
    (one) => one.day === day && one.from === from && one.to === to && one.duty.postId === postId,
  );
  return {
    ...{ id: known?.id ?? newId('d'), day, from, to, duty: onDuty(postId) },
    ...{ standIn: standIn === undefined ? null : onDuty(standIn), swap: known?.swap ?? null },
  };
}

/** Whose duty is another than before. */
function changedFor(before: readonly Shift[], after: readonly Shift[]): string[] {
  const spans = (shifts: readonly Shift[], openid: string) =>
    shifts
      .filter(({ duty, standIn }) => [duty.openid, standIn?.openid].includes(openid))
      .map(({ day, from, to }) => `${day} ${from} ${to}`)
      .sort()
      .join();
  const all = [...before, ...after].flatMap(({ duty, standIn }) =>
    standIn ? [duty.openid, standIn.openid] : [duty.openid],
  );
  return [...new Set(all)].filter((openid) => spans(before, openid) !== spans(after, openid));
}
