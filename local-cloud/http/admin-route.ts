/** `POST /admin[/{instance}]`: what the SDK inside functions talks to. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CloudError, textOf } from '../errors';
import { newId } from '../database/ids';
import type { Runtime } from '../functions/runtime';
import { answerAdmin } from '../protocol/admin';
import type { Services } from '../protocol/context';
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
  log: (line: Record<string, unknown>) => void;
}

export async function adminRoute(
  request: IncomingMessage,
  response: ServerResponse,
  caller: string,
  parts: AdminParts,
): Promise<void> {
  const body = await readBody(request, MAX_BODY_BYTES);
  const contentType = request.headers['content-type'] ?? '';
  if (/^multipart\//i.test(contentType))
    return openApiRoute(body, contentType, response, caller, parts);
  const answer = await answerAdmin(
    body.toString(),
    parts.services,
    parts.runtime().sourceBehind(caller),
    parts.log,
  );
  const trip = {
    action: answer.action,
    ...answer.cost,
    bytesIn: body.length,
    bytesOut: Buffer.byteLength(answer.body),
  };
  parts.stats.add({ ...trip, caller: parts.runtime().charge(caller, trip) });
  sendJson(response, answer.body);
}

function openApiRoute(
  body: Buffer,
  contentType: string,
  response: ServerResponse,
  caller: string,
  parts: AdminParts,
): void {
  try {
    const call = readOpenApiCall(body, contentType);
    const answer = writeOpenApiAnswer(
      permitted(call.api, parts.runtime().functionOf(caller)?.openapi, parts.openApi)(call),
    );
    const trip = {
      action: 'wx.openApi',
      examined: 0,
      returned: 0,
      bytesIn: body.length,
      bytesOut: answer.length,
    };
    parts.stats.add({ ...trip, caller: parts.runtime().charge(caller, trip) });
    parts.log({ event: 'openapi', api: call.api, caller });
    sendBytes(response, answer, 'application/octet-stream');
  } catch (thrown) {
    const code = thrown instanceof CloudError ? thrown.code : 'SYS_ERR';
    sendJson(response, JSON.stringify({ code, message: textOf(thrown), requestId: newId() }));
  }
}
