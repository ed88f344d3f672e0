import * as v from 'valibot';
import { acceptBy, firstLook } from '@rules/alerts';
import { addStep } from './alert-steps';
import { whomToCall } from './alerts';
import { alerts, children, posts, type AlertDocument } from './collections';
import { command, type Database } from './database';
import { scheduleAnew } from './due';
import { faultOf, log } from './log';
import { jobRequest, onceAndTell, type Tell } from './once-and-tell';

interface Run {
  database: Database;
  now: number;
  random: () => number;
  /** Without it the outbox tells whoever is to take it up. */
  tell?: Tell | undefined;
}

/** Of one holder; more wait for the next run. */
const alertsAtOnce = 200;
const holdersAtOnce = 200;
const postsAtOnce = 50;
const DoneSchema = v.object({});

/**
 * What somebody works on whose post has ended waits again, with a deadline of its own, and whoever is
 * on duty, else the administrators, are told: nobody could see it otherwise. Each wholly or not at
 * all, and can be repeated. Answers how many those were; one round trip where there are none.
 */
export async function takeBackFrom(
  run: Run,
  { openid, postId }: { openid: string; postId: string },
): Promise<number> {
  const held = await heldBy(run.database, openid);
  const theirs = held.filter(({ acceptedBy }) => acceptedBy?.postId === postId);
  for (const alert of theirs) await takeBack(run, alert, openid);
  return theirs.length;
}

/** The same for the posts that have just ended, which say so themselves; answers how many alerts. */
export async function takeAlertsBack(run: Run): Promise<number> {
  const { database } = run;
  const ended = await database.find(posts, {
    where: { returning: command.gt(0) },
    order: [['returning', 'asc']],
    limit: postsAtOnce,
  });
  let taken = 0;
  for (const { _id: postId, openid } of ended) {
    try {
      taken += await takeBackFrom(run, { openid, postId });
      await database.update(posts, postId, { returning: command.remove() });
    } catch (error) {
      // One holder's trouble must not keep the others; the next run tries again.
      log({ action: 'takeAlertsBack', code: 'INTERNAL', ...faultOf(error) });
    }
  }
  return taken;
}

/**
 * The same for every holder: what came to somebody in the moment in which they went, or was given back
 * to them since.
 */
export async function takeAlertsOfGone(run: Run): Promise<number> {
  const { database } = run;
  let taken = 0;
  let after = '';
  for (let step = 0; step < holdersAtOnce; step += 1) {
    const [next] = await database.find(alerts, {
      where: { 'acceptedBy.openid': command.gt(after), open: true },
      order: [['acceptedBy.openid', 'asc']],
      limit: 1,
    });
    if (!next?.acceptedBy) break;
    after = next.acceptedBy.openid;
    try {
      taken += await takeBackEnded(run, after);
    } catch (error) {
      // One holder's trouble must not keep the others.
      log({ action: 'takeAlertsOfGone', code: 'INTERNAL', ...faultOf(error) });
    }
  }
  return taken;
}

async function takeBackEnded(run: Run, openid: string): Promise<number> {
  const { database } = run;
  const held = await heldBy(database, openid);
  const ids = [...new Set(held.flatMap(({ acceptedBy }) => acceptedBy?.postId ?? []))];
  if (ids.length === 0) return 0;
  const found = await database.find(posts, {
    where: { _id: command.in(ids) },
    limit: ids.length,
  });
  let taken = 0;
  for (const { _id: postId, until } of found) {
    if (until !== null) taken += await takeBackFrom(run, { openid, postId });
  }
  return taken;
}

async function heldBy(database: Database, openid: string): Promise<AlertDocument[]> {
  const found = await database.find(alerts, {
    where: { 'acceptedBy.openid': openid, open: true },
    order: [['order', 'asc']],
    limit: alertsAtOnce,
  });
  return found.filter(({ state }) => state === 'accepted');
}

async function takeBack(run: Run, alert: AlertDocument, openid: string): Promise<void> {
  const { database, now } = run;
  const child = alert.childId === '' ? undefined : await database.get(children, alert.childId);
  const circle = child?.circle.map((adult) => adult.openid) ?? [];
  const asked = jobRequest('takeAlertBack', `${alert._id}_${alert.steps}_back`, now);
  await onceAndTell(run, asked, DoneSchema, async (transaction) => {
    const current = await transaction.get(alerts, alert._id);
    if (current?.state !== 'accepted' || current.acceptedBy?.openid !== openid) return {};
    const { level, county } = current;
    const keptFrom = [...current.keptFrom, ...circle, openid];
    const { told, raisedTo } = await whomToCall(transaction, { level, county, keptFrom, at: now });
    const by = { openid: '', now };
    const chain = await addStep(transaction, current, by, { step: 'holderGone' });
    await transaction.update(alerts, alert._id, {
      ...{ ...chain, state: 'waiting', acceptedBy: null, acceptedAt: null, holder: null },
      ...{ followUpAt: null, acceptBy: acceptBy(level, now), waitsSince: now },
      ...{ raisedTo, told: command.set(told) },
    });
    const lookAt = firstLook(level, now);
    if (lookAt !== undefined) {
      const later = { kind: 'alertUnaccepted' as const, ref: alert._id, at: lookAt };
      await scheduleAnew(transaction, later);
    }
    transaction.tell({ to: told, kind: 'dutyAlert' });
    return {};
  });
}
