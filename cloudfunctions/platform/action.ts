import * as v from 'valibot';
import { contract, type ActionName, type InputOf, type OutputOf } from '@contract';
import type { Rule } from './allow';
import type { Caller } from './caller';
import type { Database } from './database';
import { cannotWait } from './effects';
import { ActionError } from './errors';
import { once } from './idempotency';
import { spend } from './quota';
import type { Transaction } from './transaction';

/** What a handler is given. Time, randomness and ids come from here, so tests decide them. */
export interface Context {
  caller: Caller;
  database: Database;
  now: number;
  requestId: string;
  random: () => number;
  newId: (prefix: string) => string;
  /** Events of this call that tell of something which cannot wait for the job (rules/push-kinds). */
  pressing?: string[];
}

export interface WriteContext<Output> extends Context {
  /** Does the work once for this request, in a transaction (platform/idempotency). */
  once: (work: (transaction: Transaction) => Promise<Output>) => Promise<Output>;
}

export interface Action {
  name: ActionName;
  allow: string;
  mostPerHour?: number | undefined;
  /** Parses the input, asks the rule, handles, and lets only declared fields out. */
  run(context: Context, input: unknown): Promise<unknown>;
}

interface Definition<Name extends ActionName> {
  allow: Rule<InputOf<Name>>;
  /** How often one person may do it within an hour, for what invites misuse. */
  mostPerHour?: number;
  handle(context: WriteContext<OutputOf<Name>>, input: InputOf<Name>): Promise<OutputOf<Name>>;
}

/** An action: its contract's schemas, who may use it, and what it does. */
export function defineAction<Name extends ActionName>(
  name: Name,
  definition: Definition<Name>,
): Action {
  const { input: inputSchema, output: outputSchema } = contract[name];
  return {
    name,
    allow: definition.allow.name,
    mostPerHour: definition.mostPerHour,
    async run(context, raw) {
      const parsed = v.safeParse(inputSchema, raw);
      // For valibot a list is an object as well, and an empty one has no wrong keys.
      if (!parsed.success || Array.isArray(raw)) throw new ActionError('INVALID_INPUT');
      const input = parsed.output as InputOf<Name>;
      if (!definition.allow.permits(context.caller, input)) {
        throw new ActionError(context.caller.person ? 'FORBIDDEN' : 'NOT_SIGNED_IN');
      }
      const { caller, database, now, requestId, random } = context;
      const { mostPerHour: most } = definition;
      if (most) await spend(database, { openid: caller.openid, action: name, now, most });
      const request = { action: name, input, openid: caller.openid, requestId, now };
      const answer = await definition.handle(
        {
          ...context,
          once: (work) =>
            once(database, random, request, outputSchema, work, (eventId, effects) => {
              if (cannotWait(effects)) context.pressing?.push(eventId);
            }),
        },
        input,
      );
      return v.parse(outputSchema, answer);
    },
  };
}
