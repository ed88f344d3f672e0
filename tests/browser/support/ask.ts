import * as v from 'valibot';
import { AnswerSchema, contract, type ActionName, type InputOf, type OutputOf } from '@contract';

let asked = 0;

/** Asks an action as a person, beside the screens: for arranging what another phone would have done, and for looking afterwards. */
export async function ask<Name extends ActionName>(
  url: string,
  openid: string,
  action: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  asked += 1;
  const requestId = `arranged-${process.pid}-${asked}`;
  const response = await fetch(`${url}/call/app`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify({ action, input, requestId }),
  });
  const { result } = v.parse(v.object({ result: AnswerSchema }), await response.json());
  if (!result.ok) throw new Error(`${action}: ${result.error.code}`);
  return v.parse(contract[action].output, result.data);
}
