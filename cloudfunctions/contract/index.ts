import * as v from 'valibot';
import { account } from './account';
import { booking } from './booking';
import { consent } from './consent';
import { directory } from './directory';
import { errorCodes, type ErrorCode } from './errors';
import { family } from './family';
import { hours } from './hours';
import { invitation } from './invitation';
import { notify } from './notify';
import { reading } from './reading';
import { rights } from './rights';
import { visits } from './visits';
import { waitlist } from './waitlist';

/** Every action of the product. Router, reference and malformed-input tests come from this list. */
export const contract = {
  ...account,
  ...consent,
  ...invitation,
  ...rights,
  ...directory,
  ...family,
  ...booking,
  ...waitlist,
  ...visits,
  ...hours,
  ...notify,
  ...reading,
};

export type ActionName = keyof typeof contract;
export type InputOf<Name extends ActionName> = v.InferOutput<(typeof contract)[Name]['input']>;
export type OutputOf<Name extends ActionName> = v.InferOutput<(typeof contract)[Name]['output']>;

/** Whether a text from outside names an action. */
export function isActionName(name: string): name is ActionName {
  return Object.prototype.hasOwnProperty.call(contract, name);
}

export const actionNames = Object.keys(contract).filter(isActionName);

/** What the client sends: `{ action, input, requestId }`. WeChat adds fields of its own beside them. */
export const RequestSchema = v.object({
  action: v.string(),
  input: v.unknown(),
  requestId: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/)),
});
export type Request = v.InferOutput<typeof RequestSchema>;

export interface Failure {
  code: ErrorCode;
  message: string;
  retry: 'never' | 'same';
}
export type Answer<Data> = { ok: true; data: Data } | { ok: false; error: Failure };

/** The envelope of every answer; `data` is parsed by the action's own schema afterwards. */
export const AnswerSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.unknown() }),
  v.object({
    ok: v.literal(false),
    error: v.object({
      code: v.picklist(errorCodes),
      message: v.string(),
      retry: v.picklist(['never', 'same']),
    }),
  }),
]);
