import * as v from 'valibot';
import { AlertStepViewSchema, type AlertStepView } from '@contract/safety';
import { chainHolds, sealLink } from '@rules/alert-chain';
import { openEvidence, type Evidence } from './alert-evidence';
import { alerts, alertSteps, type AlertDocument, type AlertStepDocument } from './collections';
import { decrypt, encrypt, keyedSeal } from './field-encryption';
import type { Transaction } from './transaction';

const { n: _n, at: _at, ...details } = AlertStepViewSchema.entries;
const StepSchema = v.object(details);
export type StepDetails = v.InferOutput<typeof StepSchema>;

const seal = (text: string) => keyedSeal('alert-step', text);
const placeOf = (id: string) => ({ collection: alertSteps.name, id, field: 'details' });

/** What the chain begins with: the cause and the evidence itself. */
const firstFacts = (
  { _id, source, ref, reason, at }: Pick<AlertDocument, '_id' | 'source' | 'ref' | 'reason' | 'at'>,
  evidence: Evidence,
) => ({ _id, source, ref, reason, at, evidence });

/** The head of a history in which nothing has been done yet. */
export const firstHead = (
  alert: Pick<AlertDocument, '_id' | 'source' | 'ref' | 'reason' | 'at'>,
  evidence: Evidence,
): string => sealLink(seal, '', 0, firstFacts(alert, evidence));

const factsOf = (step: Pick<AlertStepDocument, 'at' | 'by'>, opened: StepDetails) => ({
  at: step.at,
  by: step.by,
  ...opened,
});

/**
 * Adds a step to the history, in the transaction that has read the alert; answers what changes on the
 * alert. One round trip.
 */
export async function addStep(
  transaction: Transaction,
  alert: Pick<AlertDocument, '_id' | 'steps' | 'head'>,
  { openid, now }: { openid: string; now: number },
  step: StepDetails,
): Promise<Pick<AlertDocument, 'steps' | 'head'>> {
  const n = alert.steps + 1;
  const _id = `${alert._id}_${n}`;
  // As it will be read: what is undefined does not exist there.
  const opened = v.parse(StepSchema, JSON.parse(JSON.stringify(step)));
  const head = sealLink(seal, alert.head, n, factsOf({ at: now, by: openid }, opened));
  await transaction.add(alertSteps, {
    ...{ _id, alertId: alert._id, n, at: now, by: openid, seal: head },
    details: encrypt(placeOf(_id), JSON.stringify(opened)),
  });
  return { steps: n, head };
}

function openStep({ _id, details: sealed }: AlertStepDocument): StepDetails | undefined {
  try {
    return v.parse(StepSchema, JSON.parse(decrypt(placeOf(_id), sealed)));
  } catch {
    // Changed from outside: the chain says so, and the rest is still to be read.
    return undefined;
  }
}

/** The history as it is shown, and whether it is as it was written. */
export function readHistory(
  alert: AlertDocument,
  found: readonly AlertStepDocument[],
): { history: AlertStepView[]; chainOk: boolean } {
  const opened = found.map((step) => ({ step, details: openStep(step) }));
  const links = opened.map(({ step, details: known }) => ({
    n: step.n,
    seal: step.seal,
    facts: known && factsOf(step, known),
  }));
  const first = firstFacts(alert, openEvidence(alerts, alert));
  const { head, steps } = alert;
  const chainOk = chainHolds(seal, { first: v.parse(v.unknown(), first), links, head, steps });
  const history = opened.flatMap(({ step, details: known }) =>
    known ? [{ n: step.n, at: step.at, ...known }] : [],
  );
  return { history: [{ n: 0, at: alert.at, step: 'raised' }, ...history], chainOk };
}
