import * as v from 'valibot';
import { escalate } from '@rules/alerts';
import { nextInLine } from '@rules/duty';
import { addStep } from '../../platform/alert-steps';
import { alerts, children, due, posts, type AlertDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { dueId } from '../../platform/due';
import { adminsOf, shiftsAround } from '../../platform/duty';
import { jobRequest, onceAndTell, type Tell } from '../../platform/once-and-tell';
import { takeBackFrom } from '../../platform/take-back';

interface Run {
  database: Database;
  now: number;
  random: () => number;
  tell: Tell | undefined;
}

/** What the job does when an alert's time has come; `tell`: who hears of it hears at once. */
export const alertDueHandlers = (
  database: Database,
  now: number,
  random: () => number,
  tell?: Tell,
) => ({
  alertUnaccepted: (ref: string) => raiseFurther({ database, now, random, tell }, ref),
  alertFollowUp: (ref: string) => remindHolder({ database, now, random, tell }, ref),
});

const DoneSchema = v.object({});

/** Nobody has taken it: next in line, then the administrators. Once for each step, also when cut short. */
async function raiseFurther(run: Run, id: string): Promise<void> {
  const { database, now } = run;
  const alert = await database.get(alerts, id);
  if (alert?.state !== 'waiting') return;
  const target = await whomToTell(database, alert, now);
  const asked = jobRequest('raiseAlertFurther', `${id}_${alert.steps}`, now);
  await onceAndTell(run, asked, DoneSchema, async (transaction) => {
    const current = await transaction.get(alerts, id);
    if (current?.state !== 'waiting') return {};
    const { raisedTo, lookAt, to } = target;
    const by = { openid: '', now };
    const chain = await addStep(transaction, current, by, { step: 'escalated', raisedTo });
    const told = [...new Set([...current.told, ...to])];
    await transaction.update(alerts, id, { ...chain, raisedTo, told: command.set(told) });
    if (lookAt !== undefined) {
      await transaction.update(due, dueId('alertUnaccepted', id), { at: lookAt });
    }
    transaction.tell({ to, kind: 'dutyAlert' });
    return {};
  });
}

async function whomToTell(database: Database, alert: AlertDocument, now: number) {
  const child = alert.childId === '' ? undefined : await database.get(children, alert.childId);
  // Whoever has come into the circle since is passed over as well.
  const circle = child?.circle.map(({ openid }) => openid) ?? [];
  const passedOver = [...alert.keptFrom, ...circle];
  const at = alert.waitsSince ?? alert.at;
  const step = escalate({ ...alert, at }, now);
  if (step.raisedTo === 'next') {
    const shifts = await shiftsAround(database, alert.county, now);
    const next = nextInLine(shifts, now, [...passedOver, ...alert.told]);
    if (next) return { ...step, to: [next.openid] };
  }
  const admins = await adminsOf(database, alert.county);
  const to = admins.filter((openid) => !passedOver.includes(openid));
  return { ...escalate({ ...alert, at, raisedTo: 'next' }, now), to };
}

async function remindHolder(run: Run, id: string): Promise<void> {
  const { database, now } = run;
  const alert = await database.get(alerts, id);
  const { followUpAt = null, acceptedBy } = alert ?? {};
  if (!acceptedBy || followUpAt === null || followUpAt > now) return;
  const { openid: holder, postId } = acceptedBy;
  if ((await database.get(posts, postId))?.until != null) {
    await takeBackFrom(run, acceptedBy);
    return;
  }
  const asked = jobRequest('remindOfAlert', `${id}_${followUpAt}`, now);
  await onceAndTell(run, asked, DoneSchema, (transaction) => {
    transaction.tell({ to: [holder], kind: 'dutyAlert' });
    return Promise.resolve({});
  });
}
