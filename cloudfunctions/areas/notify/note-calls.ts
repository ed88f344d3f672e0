import * as v from 'valibot';
import {
  appointments,
  calls,
  people,
  pushes,
  type CallDocument,
  type PushDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { dutyHook } from '../../platform/push-config';
import { addNew } from './add-new';

const StateSchema = v.object({
  about: v.nullable(v.string()),
  state: v.string(),
  channel: v.string(),
});
const PostsSchema = v.object({
  _id: v.string(),
  posts: v.array(v.object({ county: v.string() })),
});
/** A visit's adults, and everybody on duty. */
const pushesAtMost = 1000;

/** The list of a county's administrators. */
export const countyList = (county: string) => `county_${county}`;
/** The list of a counsellor. */
export const counsellorList = (counsellorId: string) => `counsellor_${counsellorId}`;

const missed = ({ state, why }: PushDocument) =>
  state === 'skipped' || state === 'dead' || why === 'unsure';

/**
 * What must not be missed and could not be told goes to a person who telephones: a visit when none of
 * its adults was told, an alert for each on duty who was not, unless the further channel has it.
 */
export async function noteCalls(
  { database, now }: { database: Database; now: number },
  settled: readonly PushDocument[],
): Promise<void> {
  const lost = settled.filter((push) => push.about !== null && missed(push));
  if (lost.length === 0) return;
  const abouts = [...new Set(lost.flatMap(({ about }) => about ?? []))];
  const states = await database.findParts(pushes, StateSchema, {
    where: { about: command.in(abouts) },
    limit: pushesAtMost,
    fields: { about: true, state: true, channel: true },
  });
  // What is merged is told by another one, which is missed for both if it is.
  const open = ['sent', 'due', 'sending', 'merged'];
  const isToldElsewhere = ({ about, kind }: PushDocument) =>
    states.some(
      (one) =>
        one.about === about &&
        open.includes(one.state) &&
        (kind === 'visitReminder' || one.channel === 'hook'),
    );
  const callable = lost.filter((push) => !isToldElsewhere(push));
  const visits = callable.filter(({ kind }) => kind === 'visitReminder');
  const alerts = callable.filter(({ kind }) => kind === 'dutyAlert');
  await addNew(database, calls, [
    ...(await visitCalls(database, visits, now)),
    ...(await dutyCalls(database, alerts, now)),
  ]);
}

async function visitCalls(
  database: Database,
  lost: readonly PushDocument[],
  now: number,
): Promise<CallDocument[]> {
  // `visit_{appointment}_{start}`: one that was moved is another thing to be told.
  const ids = new Map(
    lost.map(({ about }) => {
      const [, id = '', start = ''] = /^visit_(.+)_(\d+)$/.exec(about ?? '') ?? [];
      return [id, Number(start)] as const;
    }),
  );
  if (ids.size === 0) return [];
  const where = { _id: command.in([...ids.keys()]) };
  const found = await database.find(appointments, { where, limit: ids.size });
  return found.flatMap(({ _id, start, slotId, counsellorId, placeName, childId, state }) =>
    state !== 'booked' || start !== ids.get(_id)
      ? []
      : {
          ...{ _id: `visit_${_id}_${start}`, kind: 'visit', list: counsellorList(counsellorId) },
          ...{ at: now, slotId, start, placeName, childId, doneAt: null },
        },
  );
}

async function dutyCalls(
  database: Database,
  lost: readonly PushDocument[],
  now: number,
): Promise<CallDocument[]> {
  const missing = lost.filter(({ channel }) => channel === 'wechat');
  // The channel itself has failed: whoever it was to tell was looked at before, and is now.
  const failed = lost.filter(({ channel }) => channel === 'hook');
  if (dutyHook() && failed.length === 0 && missing.length === 0) return [];
  const left = failed.length === 0 ? [] : await untold(database, failed);
  const all = [...missing, ...left];
  if (all.length === 0) return [];
  const openids = [...new Set(all.map(({ to }) => to))];
  const found = await database.findParts(people, PostsSchema, {
    where: { _id: command.in(openids) },
    limit: openids.length,
    fields: { _id: true, posts: true },
  });
  const counties = new Map(found.map(({ _id, posts }) => [_id, posts.at(-1)?.county]));
  return all.flatMap(({ _id, to }) => {
    const county = counties.get(to);
    if (county === undefined) return [];
    const list = countyList(county);
    return { _id: `duty_${_id}`, kind: 'duty' as const, list, at: now, openid: to, doneAt: null };
  });
}

function untold(database: Database, failed: readonly PushDocument[]): Promise<PushDocument[]> {
  const abouts = failed.flatMap(({ about }) => about ?? []);
  return database
    .find(pushes, { where: { about: command.in(abouts) }, limit: pushesAtMost })
    .then((found) => found.filter((push) => push.channel === 'wechat' && missed(push)));
}
