import { notices, people, pushes, type DocumentOf } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { addNew } from './add-new';
import { sealNotice } from './notice-view';
import { pushOf } from './push-document';

type Notice = Omit<DocumentOf<typeof notices>, 'details' | 'at'> & {
  nickname: string;
  start?: number;
  until?: number;
  placeName?: string;
  title?: string;
  count?: number;
};

const atOnce = 100;

/**
 * Puts lines into many inboxes, and what is to go to a phone beside them; answers how many were new.
 * Their ids say what they tell whom, so a run that died and is taken up again doubles nothing; only
 * the count of unread ones may then be too low, never the inbox. The push is written first: once the
 * line is there, nobody looks again.
 */
export async function tellMany(
  database: Database,
  list: readonly Notice[],
  now: number,
): Promise<number> {
  let told = 0;
  for (let from = 0; from < list.length; from += atOnce) {
    const part = list.slice(from, from + atOnce);
    const pushed = part.flatMap((one) => {
      const { nickname: _nickname, start, until, placeName, title, count, ...notice } = one;
      const about = { start, until, placeName, title, families: count };
      return pushOf({ id: notice._id, notice: { ...notice, at: now }, ...about }) ?? [];
    });
    await addNew(database, pushes, pushed);
    const documents = part.map(
      ({ nickname, start, until, placeName, title, count, ...notice }) => ({
        ...notice,
        at: now,
        details: sealNotice(notice._id, { nickname, start, placeName, title, count }),
      }),
    );
    const added = await addNew(database, notices, documents);
    if (added.length === 0) continue;
    const where = { _id: command.in(added.map(({ to }) => to)) };
    await database.updateWhere(people, where, { unread: command.inc(1) });
    told += added.length;
  }
  return told;
}
