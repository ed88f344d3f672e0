/** Parts of a file, as players ask for them to jump within a recording (RFC 9110, section 14). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendBytes } from './reply';

/** The first and the last byte that is wanted; null: everything; 'none': nothing of what there is. */
export type Range = { first: number; last: number } | null | 'none';

/** Reads `bytes=0-99`, `bytes=100-` or `bytes=-50`. Several ranges and what is no range mean everything, as the standard allows. */
export function rangeOf(header: string | undefined, length: number): Range {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/i.exec((header ?? '').trim()) ?? [];
  if (from === '' && to === '') return null;
  if (from === '') {
    const wanted = Math.min(Number(to), length);
    return wanted === 0 ? 'none' : { first: length - wanted, last: length - 1 };
  }
  const first = Number(from);
  if (to !== '' && Number(to) < first) return null;
  if (first >= length) return 'none';
  return { first, last: to === '' ? length - 1 : Math.min(Number(to), length - 1) };
}

/** Sends the wanted part with 206, everything with 200, or 416. */
export function sendRanged(
  request: IncomingMessage,
  response: ServerResponse,
  content: Uint8Array,
  contentType: string,
  more: Record<string, string>,
): void {
  const headers = { ...more, 'accept-ranges': 'bytes' };
  // If-Range names a version; we name none, so it never fits. HEAD asks about the whole.
  const asked = request.method === 'GET' && request.headers['if-range'] === undefined;
  const range = rangeOf(asked ? request.headers.range : undefined, content.length);
  if (range === null) return sendBytes(response, content, contentType, headers);
  if (range === 'none')
    return sendBytes(
      response,
      new Uint8Array(),
      contentType,
      { ...headers, 'content-range': `bytes */${content.length}` },
      416,
    );
  const part = content.subarray(range.first, range.last + 1);
  const where = `bytes ${range.first}-${range.last}/${content.length}`;
  sendBytes(response, part, contentType, { ...headers, 'content-range': where }, 206);
}
