import type { ClassChoice } from '@contract/weekly';
import { isToldInPerson, keyOfTarget } from '@rules/announcements';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { announcers } from '../../platform/allow';
import { countIds, openChoice, reactionId, viewSent } from '../../platform/announcement-document';
import type { Caller } from '../../platform/caller';
import { placeOf } from '../../platform/checked-announcement';
import {
  announcements,
  reactionCounts,
  reactions,
  type AnnouncementDocument,
  type ChildDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { whoMayRelease } from '../../platform/duty';
import { ActionError } from '../../platform/errors';
import { openChild } from '../family/read-children';
import { ownTargets } from './announce';
import { classesOf, ownClass, readClass } from './classes';
import { choiceKey } from './react';

/**
 * A teacher sees the own class and, by name, who has not reacted; everybody else sees numbers only,
 * from the counts, whatever the size of the place.
 */
export const showAnnouncementFigures = defineAction('school.showAnnouncementFigures', {
  allow: announcers,
  async handle({ caller, database, now }, { announcementId, class: wanted }) {
    const found = await database.get(announcements, announcementId);
    const classes = found ? classesReached(caller, found) : [];
    const isOwn = ownTargets(caller).some((target) => keyOfTarget(target) === found?.key);
    // Of what others announce a teacher sees what the families see, and nothing before them.
    const reaches = classes.length > 0 && found !== undefined && !found.held && found.at <= now;
    if (!found || (!isOwn && !reaches)) throw new ActionError('NOT_FOUND');
    const release = await releaseOf(database, found, caller.openid, now);
    const about = { now, announcement: viewSent(found, caller.openid), release, classes };
    if (classes.length === 0) {
      return { ...about, figures: await countAll(database, found) };
    }
    const chosen = wanted ? ownClass(caller, wanted) : classes[0];
    const isReached = classes.some((one) => JSON.stringify(one) === JSON.stringify(chosen));
    if (!chosen || !isReached) throw new ActionError('FORBIDDEN');
    const members = await readClass(database, chosen);
    const ofClass = await lookAtClass(database, found, members);
    await recordAccess(database, {
      ...{ viewer: caller, role: 'teacher', purpose: 'announcement', now },
      childIds: ofClass.missing.map(({ childId }) => childId),
    });
    return { ...about, class: chosen, ...ofClass };
  },
});

/** Its author learns who can let it through: in a small county that may be nobody. */
async function releaseOf(
  database: Database,
  { held, by, withdrawnAt, target }: AnnouncementDocument,
  openid: string,
  now: number,
) {
  if (!held || by !== openid || withdrawnAt !== null) return undefined;
  const { county } = await placeOf(database, target);
  return whoMayRelease(database, { county, author: by, now });
}

/** The caller's classes that the announcement is for. */
function classesReached(caller: Caller, { target }: AnnouncementDocument): ClassChoice[] {
  return classesOf(caller).filter(({ schoolId, className }) => {
    if (target.scope === 'school') return target.schoolId === schoolId;
    if (target.scope !== 'class') return false;
    return target.schoolId === schoolId && target.className === className;
  });
}

async function countAll(database: Database, { _id, choices, ...sums }: AnnouncementDocument) {
  const ids = countIds(_id);
  const parts = await database.find(reactionCounts, {
    where: { _id: command.in(ids) },
    limit: ids.length,
  });
  const sum = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((total, part) => total + of(part), 0);
  return {
    children: sums.children,
    done: sum(({ done }) => done),
    inPerson: sums.inPerson,
    choices: Array.from({ length: choices }, (_, choice) =>
      sum((part) => part.choices[choiceKey(choice)] ?? 0),
    ),
  };
}

async function lookAtClass(
  database: Database,
  { _id, choices }: AnnouncementDocument,
  members: readonly ChildDocument[],
) {
  const ids = members.map((child) => reactionId(_id, child._id));
  const reacted =
    ids.length === 0
      ? []
      : await database.find(reactions, { where: { _id: command.in(ids) }, limit: ids.length });
  const isDone = (child: ChildDocument) =>
    reacted.some(({ childId, done }) => done && childId === child._id);
  const missing = members.filter((child) => !isDone(child));
  return {
    figures: {
      children: members.length,
      done: members.length - missing.length,
      inPerson: members.filter(({ circle }) => isToldInPerson(circle)).length,
      choices: Array.from(
        { length: choices },
        (_, choice) => reacted.filter((one) => openChoice(one) === choice).length,
      ),
    },
    missing: missing.map((child) => ({
      childId: child._id,
      nickname: openChild(child).nickname,
      inPerson: isToldInPerson(child.circle),
    })),
  };
}
