import type { Accompanied } from '@contract/courses';
import { limits } from '@contract/limits';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import type { Caller } from '../../platform/caller';
import {
  accompanies,
  children,
  guideProgress,
  type AccompanyDocument,
  type ChildDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { openChild } from '../family/read-children';
import { familyOf, openAccompany, roleWith, stagesShown } from './companions';
import { openProgress } from './keep-progress';

/** The circle is asked every time: whoever has left it, or the post, is seen and sees no more. */
export const listAccompanied = defineAction('guides.listAccompanied', {
  allow: signedInPeople,
  async handle({ caller, database, now }, { as }) {
    const own = caller.person?.children.filter(({ proxy }) => !proxy) ?? [];
    const where =
      as === 'companion'
        ? { companion: caller.openid }
        : { childId: command.in(own.map(({ id }) => id)) };
    if (as === 'family' && own.length === 0) return { now, rows: [] };
    const found = await database.find(accompanies, {
      where,
      order: [['at', 'desc']],
      limit: limits.coursesPerCompanion,
    });
    const current = found.filter(({ expiresAt }) => expiresAt > now);
    const circles = await readChildren(database, current);
    const shown = current.flatMap((one) => {
      const child = circles.get(one.childId);
      return child && isTheirs(caller, one, child, as) ? [{ one, child }] : [];
    });
    if (as === 'family') {
      return { now, rows: shown.map(({ one, child }) => viewOf(one, child, caller.openid, [])) };
    }
    const agreed = shown.filter(({ one }) => one.state === 'agreed');
    const heard = await readProgress(database, agreed);
    for (const role of new Set(agreed.map(({ one }) => one.role))) {
      const childIds = agreed.flatMap(({ one }) => (one.role === role ? one.childId : []));
      await recordAccess(database, { viewer: caller, role, childIds, purpose: 'course', now });
    }
    const rows = shown.map(({ one, child }) => {
      const stages =
        one.state === 'agreed' && one.adult !== null
          ? stagesShown(openAccompany(one).courseId, heard.get(one.adult) ?? [])
          : [];
      return viewOf(one, child, caller.openid, stages);
    });
    return { now, rows };
  },
});

async function readChildren(database: Database, list: readonly AccompanyDocument[]) {
  const ids = [...new Set(list.map(({ childId }) => childId))];
  if (ids.length === 0) return new Map<string, ChildDocument>();
  const where = { _id: command.in(ids) };
  const found = await database.find(children, { where, limit: ids.length });
  return new Map(found.map((child) => [child._id, child]));
}

async function readProgress(database: Database, agreed: readonly { one: AccompanyDocument }[]) {
  const adults = [...new Set(agreed.flatMap(({ one }) => one.adult ?? []))];
  const where = { _id: command.in(adults) };
  const kept =
    adults.length > 0 ? await database.find(guideProgress, { where, limit: adults.length }) : [];
  return new Map(kept.map((one) => [one._id, openProgress(one)]));
}

function isTheirs(
  caller: Caller,
  one: AccompanyDocument,
  child: ChildDocument,
  as: 'companion' | 'family',
): boolean {
  const family = familyOf(child);
  if (as === 'family') return family.includes(caller.openid);
  // Whoever agreed is still of the family, and the companion still works with the child.
  return (
    roleWith(caller, child) !== undefined && (one.adult === null || family.includes(one.adult))
  );
}

function viewOf(
  one: AccompanyDocument,
  child: ChildDocument,
  openid: string,
  stages: Accompanied['stages'],
): Accompanied {
  const { _id: id, childId, state, at, role, adult, wordAt } = one;
  return {
    ...{ id, childId, state, at, role, stages, ...openAccompany(one) },
    nickname: openChild(child).nickname,
    mine: adult === openid,
    wordAt: wordAt ?? undefined,
  };
}
