import http from 'node:http';
import type { ActionName, Answer, InputOf, OutputOf } from '@contract';
import type { CallFunction } from './wx-cloud';

/**
 * Sends the mini program's calls to a running local cloud as a demonstration person:
 * `createMiniProgram({ callFunction: callThrough('http://127.0.0.1:8080', 'demo-grandma') })`.
 */
export function callThrough(url: string, openid: string): CallFunction {
  return async (name, data) => {
    const answer = await post(new URL(`/call/${name}`, url), openid, JSON.stringify(data));
    const { errMsg, result } = JSON.parse(answer) as { errMsg?: string; result?: unknown };
    if (!errMsg?.endsWith(':ok')) throw new Error(errMsg ?? answer);
    return result;
  };
}

/** Asks an action outside the mini program: for arranging, and for looking afterwards. */
export type Ask = <Name extends ActionName>(
  openid: string,
  action: Name,
  input: InputOf<Name>,
) => Promise<OutputOf<Name>>;

/** Asks a running local cloud as anybody; an answer that is an error is thrown. */
export function askThrough(url: string): Ask {
  let asked = 0;
  return async (openid, action, input) => {
    asked += 1;
    const requestId = `test-${String(asked).padStart(8, '0')}`;
    const answer = (await callThrough(url, openid)('app', { action, input, requestId })) as Answer<
      OutputOf<typeof action>
    >;
    if (!answer.ok) throw new Error(`${action}: ${answer.error.code}`);
    return answer.data;
  };
}

/** By node:http: the tests run in jsdom, which has no fetch and would add an Origin. */
function post(url: URL, openid: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'x-openid': openid };
    const request = http.request(url, { method: 'POST', headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(text));
    });
    request.on('error', reject);
    request.end(body);
  });
}
