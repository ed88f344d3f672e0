/** `/inspector/`: what the local cloud is doing, for our own page on this machine and nobody else. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { InspectorParts } from '../inspection/parts';
import { inspect } from '../inspection/reads';
import { turn } from '../inspection/switches';
import { readBody } from './body';
import { HttpRefusal, type Guard } from './guard';
import { sendJson } from './reply';
import { serveStatic } from './static';

const PAGES = join(__dirname, '..', 'inspector');
const MAX_BODY_BYTES = 16 * 1024;
const CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'self'";

export async function inspectorRoute(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
  { guard, ...parts }: InspectorParts & { guard: Guard },
): Promise<void> {
  const { method = 'GET' } = request;
  const [area, kind = '', ...rest] = path.split('/');
  // No other site may frame it and have its switches clicked.
  response.setHeader('content-security-policy', CONTENT_POLICY);
  if (area === 'api') {
    // Origins that may use the bridge have no business here.
    if (guard.requireOwnOrigin(request) !== null) throw new HttpRefusal(403, 'another origin');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    if (method === 'POST')
      return sendJson(
        response,
        JSON.stringify(await turn(parts, [kind, ...rest].join('/'), await jsonOf(request))),
      );
  }
  if (method !== 'GET' && method !== 'HEAD') throw new HttpRefusal(405, 'method not allowed');
  if (area === 'api')
    return sendJson(response, JSON.stringify(inspect(parts, kind, rest.join('/'), query)));
  // Its scripts are named relative to the folder.
  if (request.url === '/inspector')
    return void response.writeHead(302, { location: '/inspector/' }).end();
  serveStatic(request, response, PAGES, path);
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
    throw new HttpRefusal(415, 'the content type must be application/json');
  const text = (await readBody(request, MAX_BODY_BYTES)).toString();
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpRefusal(400, 'the body is not JSON');
  }
}
