/** `POST /admin[/{instance}]`: what the SDK inside functions talks to. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { newId } from '../database/ids';
import { CloudError, textOf } from '../errors';
import { undergo, type Faults } from '../faults';
import type { Runtime } from '../functions/runtime';
import { actionOf, answerAdmin } from '../protocol/admin';
import type { Cost, Services } from '../protocol/context';
import { permitted, readOpenApiCall, writeOpenApiAnswer, type OpenApi } from '../protocol/openapi';
import type { Stats } from '../stats';
import { readBody } from './body';
import { sendBytes, sendJson } from './reply';

const MAX_BODY_BYTES = 48 * 2 ** 20; // a 16 MB document, escaped

export interface AdminParts {
  services: Services;
  /** Known only once the server listens. */
  runtime(): Runtime;
  stats: Stats;
  openApi: OpenApi;
  faults: Faults;
  log: (line: Record<string, unknown>) => void;
}

/** An answer, not yet sent. */
interface Ready {
  bytes: Uint8Array;
  contentType: 'application/json' | 'application/octet-stream';
  cost: Cost;
}

export async function adminRoute(
  request: IncomingMessage,
  response: ServerResponse,
  caller: string,
  parts: AdminParts,
): Promise<void> {
  const body = await readBody(request, MAX_BODY_BYTES);
  const contentType = request.headers['content-type'] ?? '';
  const isOpenApi = /^multipart\//i.test(contentType);
  const text = isOpenApi ? '' : body.toString();
  const action = isOpenApi ? 'wx.openApi' : actionOf(text);
  const runtime = parts.runtime();
  const during = runtime.eventBehind(caller);
  const { fail, has } = await undergo(
    parts.faults.strike({ on: 'request', name: action, text, during }),
  );
  if (has('killBefore')) runtime.killInstance(caller);
  if (has('killBefore') || has('loseRequest')) return void response.destroy();
  const ready = fail
    ? refusal(fail.fail, fail.message ?? 'a fault on order')
    : isOpenApi
      ? await answerOpenApi(body, contentType, caller, parts)
      : await answerJson(text, caller, parts);
  const trip = {
    action,
    ...ready.cost,
    bytesIn: body.length,
    bytesOut: ready.bytes.length,
  };
  parts.stats.add({ ...trip, caller: runtime.charge(caller, trip) });
  if (has('killAfter')) runtime.killInstance(caller);
  if (has('killAfter') || has('loseAnswer')) return void response.destroy();
  if (ready.contentType === 'application/json') sendJson(response, ready.bytes);
  else sendBytes(response, ready.bytes, ready.contentType);
}

async function answerJson(text: string, caller: string, parts: AdminParts): Promise<Ready> {
  const source = parts.runtime().sourceBehind(caller);
  const answer = await answerAdmin(text, parts.services, source, parts.log);
  return {
    bytes: Buffer.from(answer.body),
    contentType: 'application/json',
    cost: answer.cost,
  };
}

async function answerOpenApi(
  body: Buffer,
  contentType: string,
  caller: string,
  parts: AdminParts,
): Promise<Ready> {
  try {
    const call = readOpenApiCall(body, contentType);
    const listed = parts.runtime().functionOf(caller)?.openapi;
    const answer = await permitted(call.api, listed, parts.openApi)(call);
    parts.log({ event: 'openapi', api: call.api, caller });
    return {
      bytes: writeOpenApiAnswer(answer),
      contentType: 'application/octet-stream',
      cost: { examined: 0, returned: 0 },
    };
  } catch (thrown) {
    return refusal(thrown instanceof CloudError ? thrown.code : 'SYS_ERR', textOf(thrown));
  }
}

function refusal(code: string, message: string): Ready {
  return {
    bytes: Buffer.from(JSON.stringify({ code, message, requestId: newId() })),
    contentType: 'application/json',
    cost: { examined: 0, returned: 0 },
  };
}
