import * as v from 'valibot';
import {
  AnswerSchema,
  contract,
  type ActionName,
  type Answer,
  type InputOf,
  type OutputOf,
} from '@contract';
import type { ErrorCode } from '@contract/errors';

let requests = 0;

/** An id that no other request of this process has. */
export function newRequestId(): string {
  requests += 1;
  return `test-request-${requests}`;
}

/** The action answered with an error although the test counts on success. */
export class Refused extends Error {
  constructor(
    action: string,
    readonly code: ErrorCode,
  ) {
    super(`${action}: ${code}`);
  }
}

/** Somebody with the mini program in hand: asks for actions, typed by the contract. */
export class Person {
  constructor(
    readonly openid: string,
    /** Sends any event, also malformed ones, and gives the answer as it came. */
    readonly send: (event: Record<string, unknown>) => Promise<unknown>,
  ) {}

  /** The answer, whatever it is; it must be what the contract promises. */
  async ask<Name extends ActionName>(
    action: Name,
    input: InputOf<Name>,
    requestId = newRequestId(),
  ): Promise<Answer<OutputOf<Name>>> {
    const answer = v.parse(AnswerSchema, await this.send({ action, input, requestId }));
    if (!answer.ok) return answer;
    // TypeScript does not follow that `contract[action].output` is the schema of OutputOf<Name>.
    const data = v.parse(contract[action].output, answer.data) as OutputOf<Name>;
    return { ok: true, data };
  }

  /** @throws Refused when the action does not succeed. */
  async call<Name extends ActionName>(
    action: Name,
    input: InputOf<Name>,
    requestId?: string,
  ): Promise<OutputOf<Name>> {
    const answer = await this.ask(action, input, requestId);
    if (!answer.ok) throw new Refused(action, answer.error.code);
    return answer.data;
  }

  /** The code of an action that must not succeed. */
  async refusal<Name extends ActionName>(
    action: Name,
    input: InputOf<Name>,
    requestId?: string,
  ): Promise<ErrorCode> {
    const answer = await this.ask(action, input, requestId);
    if (answer.ok) throw new Error(`${action} succeeded, although it should be refused`);
    return answer.error.code;
  }
}
