/** Who may talk to this server: only this machine, and browsers only from our own pages. */
import type { IncomingMessage } from 'node:http';

const LOCAL_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** An answer to be sent instead of the one asked for. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export class Guard {
  constructor(
    private readonly port: () => number,
    private readonly extraOrigins: readonly string[],
  ) {}

  /** The Host must name this machine and our port: a page on another name that resolves to 127.0.0.1 stays outside. */
  requireLocalHost(request: IncomingMessage): void {
    const host = (request.headers.host ?? '').toLowerCase();
    if (!LOCAL_NAMES.some((name) => host === `${name}:${this.port()}`))
      throw new HttpRefusal(403, 'the Host header must name this machine and port');
    const from = request.socket.remoteAddress ?? '';
    if (!/^(127\.|::1$|::ffff:127\.)/.test(from))
      throw new HttpRefusal(403, 'only this machine may connect');
  }

  /** What functions use is closed to browsers altogether. */
  requireNoBrowser(request: IncomingMessage): void {
    if (request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined)
      throw new HttpRefusal(403, 'not for browsers');
  }

  /** The Origin, when there is one, must be ours or one of the extra ones. Returns an extra one, which needs CORS headers. */
  requireOwnOrigin(request: IncomingMessage): string | null {
    const { origin } = request.headers;
    if (origin === undefined) {
      if (request.headers['sec-fetch-site'] === 'cross-site')
        throw new HttpRefusal(403, 'not for other sites');
      return null;
    }
    if (LOCAL_NAMES.some((name) => origin === `http://${name}:${this.port()}`)) {
      // localhost and 127.0.0.1 are the same server, but a page of one is not a page of the other.
      if (origin !== `http://${(request.headers.host ?? '').toLowerCase()}`)
        throw new HttpRefusal(403, 'another origin');
      return null;
    }
    if (!this.extraOrigins.includes(origin)) throw new HttpRefusal(403, 'another origin');
    return origin;
  }
}

/** The simulated person. Throws 400 unless the header is a plausible openid. */
export function openidOf(request: IncomingMessage): string {
  const openid = request.headers['x-openid'];
  if (typeof openid !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(openid))
    throw new HttpRefusal(400, 'the header x-openid must name the caller');
  return openid;
}
