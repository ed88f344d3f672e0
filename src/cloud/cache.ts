import * as v from 'valibot';
import { contract, type ActionName, type InputOf, type OutputOf } from '@contract';
import { serverNow } from './clock';
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
  const schema = v.object({ data: contract[action].output, savedAt: v.number() });
  return readStored(keyOf(action, input), schema);
}

/**
 * Free times are worth nothing a minute later; what a counsellor wrote down, and who waits in a
 * county, does not lie on a phone.
 */
const neverKept: readonly ActionName[] = [
  'booking.findSlots',
  'booking.findForFamily',
  'booking.showVisit',
  'booking.listRequests',
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
  const beginning = beginningOf(action);
  return storedKeys(beginning).flatMap((key) => {
    const question = v.safeParse(contract[action].input, JSON.parse(key.slice(beginning.length)));
    return question.success ? [question.output] : [];
  });
}
