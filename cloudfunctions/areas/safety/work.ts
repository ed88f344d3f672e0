import type { OutputOf } from '@contract';
import type { WriteContext } from '../../platform/action';
import { addStep, type StepDetails } from '../../platform/alert-steps';
import { alerts, type AlertDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import type { Transaction } from '../../platform/transaction';
import { isHolder, openAlert, sees, workerOf, type Desk } from './desk';
import { viewRow } from './rows';

type Change = Partial<Omit<AlertDocument, '_id'>>;
type RowAnswer = OutputOf<'safety.addAlertStep'>;

export interface Step {
  change?: Change;
  step: StepDetails;
  /** Nobody else may confirm it. */
  alone?: boolean;
}

/**
 * Writes one step: reads the alert in the transaction, lets `decide` say what follows, adds it to the
 * history, and answers the row. Nine round trips: the caller, the roster and the alert before, and
 * event, alert and step twice and thrice within.
 */
export async function workOnAlert(
  context: WriteContext<RowAnswer>,
  alertId: string,
  decide: (alert: AlertDocument, desk: Desk, transaction: Transaction) => Promise<Step> | Step,
): Promise<RowAnswer> {
  const { desk } = await openAlert(context, alertId);
  return context.once(async (transaction) => {
    const alert = await alertIn(transaction, alertId, desk);
    const { step, change = {}, alone } = await decide(alert, desk, transaction);
    const after = await record(transaction, alert, desk, { step, change }, context.now);
    const viewer = { openid: desk.openid, now: context.now };
    const row = await viewRow(transaction.outside, after, viewer);
    return { now: context.now, alert: row, alone };
  });
}

/** As it is now: whoever looked a moment ago may have lost the right to it. */
export async function alertIn(
  transaction: Transaction,
  alertId: string,
  desk: Desk,
): Promise<AlertDocument> {
  const alert = await transaction.get(alerts, alertId);
  if (!alert || !sees(desk, alert)) throw new ActionError('NOT_FOUND');
  return alert;
}

/** Adds the step and changes the alert. Two round trips. */
export async function record(
  transaction: Transaction,
  alert: AlertDocument,
  desk: Desk,
  { step, change = {} }: Step,
  now: number,
): Promise<AlertDocument> {
  const who = { openid: desk.openid, now };
  const chain = await addStep(transaction, alert, who, { by: workerOf(desk), ...step });
  await transaction.update(alerts, alert._id, asSet({ ...change, ...chain }));
  return { ...alert, ...change, ...chain };
}

/** Lists and objects are put in place of what was there, not into it. */
export const asSet = (change: Change) =>
  Object.fromEntries(
    Object.entries(change).map(([field, value]) => [
      field,
      typeof value === 'object' && value !== null ? command.set(value) : value,
    ]),
  );

/** @throws ActionError CANNOT_FOLLOW unless whoever sits here has it and it is not finished. */
export function ownOpen(alert: AlertDocument, desk: Desk): void {
  if (alert.state !== 'accepted' || !isHolder(desk, alert)) throw new ActionError('CANNOT_FOLLOW');
}
