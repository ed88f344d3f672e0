import type * as v from 'valibot';
import type { ActionName, InputOf, OutputOf } from '@contract';
import { account } from '@contract/account';
import { acknowledging } from '@contract/acknowledging';
import { arriving } from '@contract/arriving';
import { day } from '@contract/day';
import { directory } from '@contract/directory';
import { family } from '@contract/family';
import { homeVisits } from '@contract/home-visits';
import { notify } from '@contract/notify';
import { reading } from '@contract/reading';
import { recordings } from '@contract/recordings';
import { safeguardingForAll } from '@contract/safeguarding-for-all';
import { school } from '@contract/school';
import { warmth } from '@contract/warmth';

/** Both sides of one action. */
interface Schemas<Name extends ActionName> {
  input: v.GenericSchema<unknown, InputOf<Name>>;
  output: v.GenericSchema<unknown, OutputOf<Name>>;
}
export type Part = { [Name in ActionName]?: Schemas<Name> };

/**
 * What answers have to look like, by action. The main package knows what its own pages ask; a
 * subpackage brings what only its pages ask (src/<subpackage>/brings.ts, imported by each of its
 * pages), so that the main package does not grow with every desk. tests/rules/known-contracts.
 */
const known: Part = {
  ...{ ...account, ...arriving, ...day, ...directory, ...family, ...notify, ...reading },
  ...{ ...recordings, ...safeguardingForAll, ...school, ...warmth, ...acknowledging },
  ...homeVisits,
};

/** Called by a subpackage as it is loaded. */
export function learn(part: Part): void {
  Object.assign(known, part);
}

/** The schemas of an action; undefined while the subpackage that asks it has not been loaded. */
export function schemasOf<Name extends ActionName>(action: Name): Schemas<Name> | undefined {
  return known[action];
}
