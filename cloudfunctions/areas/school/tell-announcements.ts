import { addressed, isToldInPerson } from '@rules/announcements';
import { isQuiet } from '@rules/quiet-hours';
import { reactionId } from '../../platform/announcement-document';
import {
  announcements,
  reactions,
  type AnnouncementDocument,
  type ChildDocument,
  type ReactionDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { faultOf, log } from '../../platform/log';
import { childrenOfCounty, childrenWhere } from '../../platform/pages-of-children';
import { openChild } from '../family/read-children';
import { tellMany } from '../notify/tell-many';

/** One run: so many announcements, and of each so many pages of so many children. */
const announcementsAtOnce = 5;
const pagesAtOnce = 10;
const childrenAtOnce = 50;

/**
 * Puts announcements into the inboxes of the families they are for, page by page; answers how many
 * lines those were. Only the page that is done is noted on the announcement, by compare-and-set: a
 * run that dies repeats one page, in which nobody is told twice. Nobody is told at night.
 */
export async function tellAnnouncements(database: Database, now: number): Promise<number> {
  if (isQuiet(now)) return 0;
  const found = await database.find(announcements, {
    where: { tellAt: command.lte(now) },
    order: [['tellAt', 'asc']],
    limit: announcementsAtOnce,
  });
  let told = 0;
  for (const announcement of found) {
    try {
      told += await tellPages(database, announcement, now);
    } catch (error) {
      log({ action: 'tellAnnouncements', code: 'INTERNAL', ...faultOf(error) });
    }
  }
  return told;
}

async function tellPages(
  database: Database,
  announcement: AnnouncementDocument,
  now: number,
): Promise<number> {
  const { _id, round, tellAt } = announcement;
  let { after } = announcement;
  let told = 0;
  for (let page = 0; page < pagesAtOnce; page += 1) {
    const found = await nextChildren(database, announcement, after);
    told += await tellPage(database, announcement, found, now);
    const last = found.at(-1);
    const inPerson = found.filter(({ circle }) => isToldInPerson(circle)).length;
    const noted = await database.updateWhere(
      announcements,
      { _id, round, tellAt },
      {
        ...(last ? { after: command.set({ township: last.township, id: last._id }) } : {}),
        ...(round === 1 && {
          children: command.inc(found.length),
          inPerson: command.inc(inPerson),
        }),
        ...(last ? {} : { tellAt: null }),
      },
    );
    // Withdrawn meanwhile, or done.
    if (noted === 0 || !last) break;
    after = { township: last.township, id: last._id };
  }
  return told;
}

/** The children after the last one. */
function nextChildren(
  database: Database,
  { target }: AnnouncementDocument,
  after: AnnouncementDocument['after'],
): Promise<ChildDocument[]> {
  const page = { after, limit: childrenAtOnce };
  if (target.scope === 'county') return childrenOfCounty(database, target.county, page);
  const { scope: _scope, ...where } = target;
  return childrenWhere(database, where, page);
}

async function tellPage(
  database: Database,
  announcement: AnnouncementDocument,
  found: readonly ChildDocument[],
  now: number,
): Promise<number> {
  const { _id, round } = announcement;
  const reacted = round === 1 ? [] : await reactionsOf(database, _id, found);
  const told = found.flatMap((child) => {
    const reaction = reacted.find(({ childId }) => childId === child._id);
    return waiting(announcement, child, reaction).map(({ openid }) => ({
      _id: `${_id}_${round}_${openid}`,
      ...{ to: openid, kind: 'announced' as const, childId: child._id, announcementId: _id },
      nickname: openChild(child).nickname,
    }));
  });
  // One line an adult, also with three children in the school.
  const once = told.filter(
    (notice, index) => told.findIndex(({ to }) => to === notice.to) === index,
  );
  return tellMany(database, once, now);
}

function reactionsOf(
  database: Database,
  announcementId: string,
  found: readonly ChildDocument[],
): Promise<ReactionDocument[]> {
  const ids = found.map((child) => reactionId(announcementId, child._id));
  if (ids.length === 0) return Promise.resolve([]);
  return database.find(reactions, { where: { _id: command.in(ids) }, limit: ids.length });
}

/** The adults who are still to react: none where it is done, the other guardian where one has. */
function waiting(
  { whom, kind }: AnnouncementDocument,
  { circle }: ChildDocument,
  reaction: ReactionDocument | undefined,
) {
  if (reaction?.done) return [];
  const unanswered = kind === 'answer' && reaction?.choice == null;
  const hasSeen = (openid: string) => reaction?.seen.some((one) => one.openid === openid) === true;
  return addressed(whom, circle).filter(({ openid }) => unanswered || !hasSeen(openid));
}
