import type { BulletinAudience } from '@contract/push';
import { isQuiet } from '@rules/quiet-hours';
import {
  bulletins,
  posts,
  type BulletinDocument,
  type ChildDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { blindIndex } from '../../platform/field-encryption';
import { faultOf, log } from '../../platform/log';
import { childrenOfCounty, childrenWhere } from '../../platform/pages-of-children';
import { tellMany } from './tell-many';

const bulletinsAtOnce = 5;
const pagesAtOnce = 10;
const atOnce = 50;

/** One line a person and bulletin, however many children they have. */
export const bulletinNotice = (bulletinId: string, openid: string) =>
  `${bulletinId}_${blindIndex('bulletin', openid)}`;

/**
 * Puts bulletins into the inboxes of whom they are for, page by page, and their phone messages beside
 * them; answers how many lines those were. Only the page that is done is noted, by compare-and-set: a
 * run that dies repeats one page, in which nobody is told twice. Nobody is told at night.
 */
export async function tellBulletins(database: Database, now: number): Promise<number> {
  if (isQuiet(now)) return 0;
  const found = await database.find(bulletins, {
    where: { tellAt: command.gt(0).and(command.lte(now)) },
    order: [['tellAt', 'asc']],
    limit: bulletinsAtOnce,
  });
  let told = 0;
  for (const bulletin of found) {
    try {
      told += await tellPages(database, bulletin, now);
    } catch (error) {
      log({ action: 'tellBulletins', code: 'INTERNAL', ...faultOf(error) });
    }
  }
  return told;
}

interface Page {
  to: { openid: string; childId?: string }[];
  /** Families whom nobody with a phone can tell. */
  without: number;
  after: BulletinDocument['after'];
}

async function tellPages(database: Database, bulletin: BulletinDocument, now: number) {
  const { _id, tellAt } = bulletin;
  let { after } = bulletin;
  let told = 0;
  for (let page = 0; page < pagesAtOnce; page += 1) {
    const { to, without, after: last } = await nextPage(database, bulletin, after);
    const added = await tellMany(database, linesOf(bulletin, to), now);
    told += added;
    const noted = await database.updateWhere(
      bulletins,
      { _id, tellAt },
      {
        reached: command.inc(added),
        notReachable: command.inc(without),
        ...(last ? { after: command.set(last) } : { tellAt: null }),
      },
    );
    // Withdrawn meanwhile, or done.
    if (noted === 0 || !last) break;
    after = last;
  }
  return told;
}

function linesOf({ _id, title }: BulletinDocument, to: Page['to']) {
  const lines = to.map(({ openid }) => ({
    _id: bulletinNotice(_id, openid),
    ...{ to: openid, kind: 'bulletin' as const, bulletinId: _id, nickname: '', title },
  }));
  return lines.filter((line, at) => lines.findIndex(({ to: other }) => other === line.to) === at);
}

function nextPage(
  database: Database,
  bulletin: BulletinDocument,
  after: BulletinDocument['after'],
): Promise<Page> {
  return bulletin.audience === 'teachers'
    ? nextTeachers(database, bulletin, after)
    : nextFamilies(database, bulletin, after);
}

async function nextFamilies(
  database: Database,
  { county, township, audience }: BulletinDocument,
  after: BulletinDocument['after'],
): Promise<Page> {
  const page = { after, limit: atOnce };
  const found =
    township === null
      ? await childrenOfCounty(database, county, page)
      : await childrenWhere(database, { township }, page);
  const each = found.map((child) => adultsOf(child, audience));
  const last = found.at(-1);
  return {
    to: each.flat(),
    without: each.filter((adults) => adults.length === 0).length,
    after: last ? { township: last.township, id: last._id } : null,
  };
}

/** Whoever acts for a family without a telephone is no substitute for it: such a one is counted. */
function adultsOf({ circle }: ChildDocument, audience: BulletinAudience) {
  return circle.filter(
    ({ standing }) =>
      standing !== 'proxy' &&
      (audience === 'families' || (standing === 'guardian') === (audience === 'parents')),
  );
}

async function nextTeachers(
  database: Database,
  { county, township }: BulletinDocument,
  after: BulletinDocument['after'],
): Promise<Page> {
  const found = await database.find(posts, {
    where: {
      county,
      until: null,
      ...(after ? { _id: command.gt(after.id) } : {}),
    },
    order: [['_id', 'asc']],
    limit: atOnce,
  });
  const last = found.at(-1);
  const teachers = found.filter(
    (post) => post.role === 'teacher' && (township === null || post.township === township),
  );
  return { to: teachers, without: 0, after: last ? { township: '', id: last._id } : null };
}
