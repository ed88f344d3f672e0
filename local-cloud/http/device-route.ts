/** The simulated phone of the preview: consenting to messages, and the cards that arrive. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import { consentSchema } from '../openapi/consent';
import type { Device } from '../openapi/we-chat';
import { readBody } from './body';
import { HttpRefusal, openidOf } from './guard';
import { sendJson } from './reply';

const MAX_BODY_BYTES = 16 * 1024;
const readSchema = v.object({ ids: v.optional(v.array(v.string())) });

/**
 * `POST /device/subscribe` {tmplIds, answers?, always?}, `GET /device/messages`, `POST /device/messages/read` {ids?},
 * each for the person in `x-openid`. Throws 400, 404, 405, 413, 415.
 */
export async function deviceRoute(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  device: Device,
): Promise<void> {
  const openid = openidOf(request);
  const { method = 'GET' } = request;
  const wanted = path === 'messages' ? 'GET' : 'POST';
  if (!['messages', 'messages/read', 'subscribe'].includes(path))
    throw new HttpRefusal(404, 'not found');
  if (method !== wanted) throw new HttpRefusal(405, 'method not allowed');
  device.visit(openid);
  sendJson(response, JSON.stringify(await answer(request, path, openid, device)));
}

async function answer(
  request: IncomingMessage,
  path: string,
  openid: string,
  device: Device,
): Promise<object> {
  if (path === 'messages') return { messages: device.messages(openid) };
  if (path === 'subscribe')
    return device.requestConsent(openid, await readJson(request, consentSchema));
  const { ids } = await readJson(request, readSchema);
  return { read: device.markRead(openid, ids) };
}

async function readJson<S extends v.GenericSchema>(
  request: IncomingMessage,
  schema: S,
): Promise<v.InferOutput<S>> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new HttpRefusal(415, 'the content type must be application/json');
  const text = (await readBody(request, MAX_BODY_BYTES)).toString();
  let body: unknown;
  try {
    body = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new HttpRefusal(400, 'the body is not JSON');
  }
  if (Array.isArray(body)) throw new HttpRefusal(400, 'the body is not an object');
  const read = v.safeParse(schema, body);
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw new HttpRefusal(400, `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}
