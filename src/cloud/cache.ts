import * as v from 'valibot';
import type { ActionName, InputOf, OutputOf } from '@contract';
import { serverNow } from './clock';
import { schemasOf } from './contracts';
import { forget, readStored, savedAnswerPrefix, store, storedKeys } from './storage';

const beginningOf = (action: ActionName) => `${savedAnswerPrefix}${action}:`;

const keyOf = (action: ActionName, input: unknown) => beginningOf(action) + JSON.stringify(input);

export interface Saved<Data> {
  data: Data;
  /** When it came from the server, ms. */
  savedAt: number;
}

/** The last answer to this very question, for opening a page at once and for being offline. */
export function readSaved<Name extends ActionName>(
  action: Name,
  input: InputOf<Name>,
): Saved<OutputOf<Name>> | undefined {
  const schemas = schemasOf(action);
  if (!schemas) return undefined;
  const schema = v.object({ data: schemas.output, savedAt: v.number() });
  return readStored(keyOf(action, input), schema);
}

/**
 * Free times are worth nothing a minute later; what a counsellor or a child director wrote down, who waits in a county,
 * and what safeguarding reads, does not lie on a phone.
 */
const neverKept: readonly ActionName[] = [
  'booking.findSlots',
  'booking.findForFamily',
  'booking.showVisit',
  'booking.listRequests',
  'director.listVisits',
  'safety.listAlerts',
  'safety.showAlert',
  'safety.listUnheard',
];

export function save<Name extends ActionName>(
  action: Name,
  input: InputOf<Name>,
  data: OutputOf<Name>,
  now: number = serverNow(),
): void {
  if (neverKept.includes(action)) return;
  store(keyOf(action, input), { data, savedAt: now });
}

/** Takes a saved answer off the device. */
export function forgetSaved<Name extends ActionName>(action: Name, input: InputOf<Name>): void {
  forget(keyOf(action, input));
}

/** What was asked of an action and is answered on the device. */
export function savedQuestions<Name extends ActionName>(action: Name): InputOf<Name>[] {
  const schemas = schemasOf(action);
  if (!schemas) return [];
  const beginning = beginningOf(action);
  return storedKeys(beginning).flatMap((key) => {
    const question = v.safeParse(schemas.input, JSON.parse(key.slice(beginning.length)));
    return question.success ? [question.output] : [];
  });
}
