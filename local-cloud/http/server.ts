/** The server on 127.0.0.1: routing, and what every answer has in common. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { LocalCloudError, codeOf, textOf } from '../errors';
import type { InspectorParts } from '../inspection/parts';
import type { Device } from '../openapi/we-chat';
import type { Files } from '../storage/files';
import { adminRoute, type AdminParts } from './admin-route';
import { callRoute, cosRoute, uploadRoute } from './bridge-route';
import { deviceRoute } from './device-route';
import { HttpRefusal, type Guard } from './guard';
import { inspectorRoute } from './inspector-route';
import { sendRanged } from './ranged';
import { sendJson, typeOf } from './reply';
import { serveStatic } from './static';

export interface ServerParts extends AdminParts {
  files: Files;
  device: Device;
  guard: Guard;
  staticDir?: string;
  previewDir?: string;
  /** Absent: there is no inspector. */
  inspector?: InspectorParts;
}

/** Makes the server; `listen` starts it. */
export function makeServer(parts: ServerParts): Server {
  const server = createServer((request, response) => {
    route(request, response, parts).catch((thrown: unknown) =>
      refuse(request, response, thrown, parts),
    );
  });
  // Longer than any client keeps a free connection, so that none is closed under a request on its way.
  server.keepAliveTimeout = 65_000;
  return server;
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  parts: ServerParts,
): Promise<void> {
  const { guard } = parts;
  guard.requireLocalHost(request);
  const [rawPath = '/', query = ''] = (request.url ?? '/').split('?');
  const [, area = '', ...rest] = rawPath.split('/');
  const path = decode(rest.join('/'));
  const { method = 'GET' } = request;
  if (area === 'admin' || area === 'cos') {
    guard.requireNoBrowser(request);
    if (area === 'admin' && method === 'POST') return adminRoute(request, response, path, parts);
    if (area === 'cos' && method === 'PUT') return cosRoute(request, response, path, parts.files);
  }
  if (area === 'call' || area === 'upload' || area === 'device') {
    allowOrigin(response, guard.requireOwnOrigin(request));
    if (method === 'OPTIONS') return void response.writeHead(204).end();
    if (area === 'device') return deviceRoute(request, response, path, parts.device);
    parts.device.visit(String(request.headers['x-openid'] ?? ''));
    if (area === 'call' && method === 'POST')
      return callRoute(request, response, path, parts.runtime());
    if (area === 'upload' && method === 'PUT')
      return uploadRoute(request, response, path, parts.files);
  }
  if (area === 'inspector' && parts.inspector) {
    const about = { ...parts.inspector, guard };
    return inspectorRoute(request, response, path, new URLSearchParams(query), about);
  }
  if (method !== 'GET' && method !== 'HEAD') throw new HttpRefusal(405, 'method not allowed');
  if (area === 'file')
    return fileRoute(request, response, path, new URLSearchParams(query), parts.files);
  if (area === 'h5' && parts.staticDir !== undefined)
    return serveStatic(request, response, parts.staticDir, path);
  // A browser asks for it beside a bare file; no phone does.
  if (area === 'favicon.ico') return void response.writeHead(204).end();
  if (parts.previewDir !== undefined)
    return serveStatic(request, response, parts.previewDir, decode(rawPath));
  throw new HttpRefusal(404, 'not found');
}

function fileRoute(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
  files: Files,
): void {
  const content = files.open(path, query.get('t') ?? '', query.get('sign') ?? '');
  if (!content) throw new HttpRefusal(403, 'the link is not valid, or no longer');
  // Uploaded by anybody: never to run as a page of ours.
  sendRanged(request, response, content, typeOf(path), {
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-store',
  });
}

function allowOrigin(response: ServerResponse, origin: string | null): void {
  if (origin === null) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-headers', 'content-type, x-openid');
  response.setHeader('access-control-allow-methods', 'POST, PUT');
  response.setHeader('vary', 'origin');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new HttpRefusal(400, 'bad path');
  }
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  thrown: unknown,
  parts: ServerParts,
): void {
  const status =
    thrown instanceof HttpRefusal ? thrown.status : codeOf(thrown) === 'INVALID_PARAM' ? 400 : 500;
  if (status === 500)
    parts.log({
      event: 'fault',
      url: request.url,
      error: thrown instanceof Error ? thrown.stack : textOf(thrown),
    });
  if (response.headersSent) return void response.destroy();
  // A body that was not read to its end would be taken for the next request.
  response.setHeader('connection', 'close');
  sendJson(
    response,
    JSON.stringify({ code: status, message: status === 500 ? 'internal error' : textOf(thrown) }),
    status,
  );
}

/** Listens on 127.0.0.1 and gives the port. Throws LocalCloudError PORT_IN_USE. */
export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (thrown) => {
      if (codeOf(thrown) !== 'EADDRINUSE') return reject(thrown);
      reject(
        new LocalCloudError(
          'PORT_IN_USE',
          `Port ${port} is already in use. Stop the other program (perhaps another "npm start"), or choose another port with --port.`,
        ),
      );
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
