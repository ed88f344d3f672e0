/** `POST /admin[/{instance}]`: what the SDK inside functions talks to. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { newId } from '../database/ids';
import { CloudError, textOf } from '../errors';
import { undergo, type Faults } from '../faults';
import type { Runtime } from '../functions/runtime';
import type { Journal } from '../journal';
import { actionOf, answerAdmin } from '../protocol/admin';
import type { Cost, Services } from '../protocol/context';
import {
  permitted,
  readOpenApiCall,
  writeOpenApiAnswer,
  type OpenApi,
  type OpenApiAnswer,
} from '../protocol/openapi';
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
  journal: Journal;
  log: (line: Record<string, unknown>) => void;
}

/** An answer, not yet sent. */
interface Ready {
  bytes: Uint8Array;
  contentType: 'application/json' | 'application/octet-stream';
  cost: Cost;
  /** The code of the error, if it is one. */
  code: string | null;
  /** The open interface, such as `openapi.subscribeMessage.send`. */
  api?: string;
}

export async function adminRoute(
  request: IncomingMessage,
  response: ServerResponse,
  caller: string,
  parts: AdminParts,
): Promise<void> {
  const body = await readBody(request, MAX_BODY_BYTES);
  const begun = performance.now();
  const contentType = request.headers['content-type'] ?? '';
  const isOpenApi = /^multipart\//i.test(contentType);
  const text = isOpenApi ? '' : body.toString();
  const action = isOpenApi ? 'wx.openApi' : actionOf(text);
  const runtime = parts.runtime();
  const during = runtime.eventBehind(caller);
  const { fail, has } = await undergo(
    parts.faults.strike({ on: 'request', name: action, text: body.toString(), during }),
  );
  const requestId = runtime.requestBehind(caller);
  if (has('killBefore')) runtime.killInstance(caller);
  if (has('killBefore') || has('loseRequest')) return void response.destroy();
  const { result: ready, plans } = await parts.journal.watch(() =>
    fail
      ? refusal(fail.fail, fail.message ?? 'a fault on order')
      : isOpenApi
        ? answerOpenApi(body, contentType, caller, parts)
        : answerJson(text, caller, parts),
  );
  const trip = {
    action,
    ...ready.cost,
    bytesIn: body.length,
    bytesOut: ready.bytes.length,
  };
  const charged = runtime.charge(caller, trip);
  parts.stats.add({ ...trip, caller: charged });
  const ms = Math.round(performance.now() - begun);
  parts.journal.trip({
    ...trip,
    action: ready.api ?? action,
    ...{ requestId, caller: charged, text, plans, code: ready.code, ms },
  });
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
    code: answer.code,
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
      code: codeOfAnswer(answer),
      api: `openapi.${call.api}`,
    };
  } catch (thrown) {
    return refusal(thrown instanceof CloudError ? thrown.code : 'SYS_ERR', textOf(thrown));
  }
}

function codeOfAnswer(answer: OpenApiAnswer): string | null {
  const code =
    'errorCode' in answer ? answer.errorCode : 'json' in answer ? answer.json.errcode : 0;
  return typeof code === 'number' && code !== 0 ? String(code) : null;
}

function refusal(code: string, message: string): Ready {
  return {
    bytes: Buffer.from(JSON.stringify({ code, message, requestId: newId() })),
    contentType: 'application/json',
    cost: { examined: 0, returned: 0 },
    code,
  };
}
