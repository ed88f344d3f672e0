/** `cloud.openapi.*` on the wire: a multipart request around protobuf, answered in protobuf. */
import { Reader, Writer } from 'protobufjs/minimal';
import { invalidParam, textOf } from '../errors';
import type { OpenApiAnswer, OpenApiCall } from '../openapi/types';

export { permitted, plainOpenApi } from '../openapi/types';
export type { OpenApi, OpenApiAnswer, OpenApiCall } from '../openapi/types';

/** Reads the multipart body of `wx.openApi`. Throws INVALID_PARAM. */
export function readOpenApiCall(body: Buffer, contentType: string): OpenApiCall {
  const parts = multipart(body, contentType);
  const action = String(parts.get('action') ?? '');
  if (action !== 'wx.openApi')
    throw invalidParam(`local cloud: action ${action} is not implemented`);
  const data = parts.get('requestData');
  if (!data) throw invalidParam('requestData is missing');
  return { api: String(parts.get('apiName') ?? ''), args: readPairs(data) };
}

/** CommOpenApiResp {1 respData, 2 contentType, 3 errorCode, 4 httpCode} */
export function writeOpenApiAnswer(answer: OpenApiAnswer): Uint8Array {
  const writer = Writer.create();
  if ('errorCode' in answer)
    return writer.uint32(24).int32(answer.errorCode).uint32(32).uint32(200).finish();
  const [content, contentType] =
    'bytes' in answer
      ? [answer.bytes, answer.contentType]
      : [Buffer.from(textOfJson(answer)), 'application/json; charset=utf-8'];
  return writer
    .uint32(10)
    .bytes(content)
    .uint32(18)
    .string(contentType)
    .uint32(32)
    .uint32(200)
    .finish();
}

const textOfJson = (answer: { json: Record<string, unknown> } | { jsonText: string }): string =>
  'json' in answer ? JSON.stringify(answer.json) : answer.jsonText;

/** CommApiData {2 openapiData {1 pairs* {1 key, 2 value (JSON), 3 contenttype, 4 filename}}} */
function readPairs(data: Uint8Array): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  try {
    eachField(data, 2, (openapiData) =>
      eachField(openapiData, 1, (pair) => {
        let key = '';
        let value: unknown = null;
        eachField(pair, 1, (bytes) => (key = Buffer.from(bytes).toString()));
        eachField(pair, 2, (bytes) => (value = bytes));
        let isFile = false;
        eachField(pair, 3, (bytes) => (isFile = bytes.length > 0));
        args[key] =
          isFile || !(value instanceof Uint8Array)
            ? value
            : JSON.parse(Buffer.from(value).toString());
      }),
    );
  } catch (thrown) {
    throw invalidParam(`requestData: ${textOf(thrown)}`);
  }
  return args;
}

/** Visits each length-delimited field of this number. */
function eachField(message: Uint8Array, number: number, visit: (bytes: Uint8Array) => void): void {
  const reader = Reader.create(message);
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag >>> 3 === number && (tag & 7) === 2) visit(reader.bytes());
    else reader.skipType(tag & 7);
  }
}

/** The parts of a multipart/form-data body by name. */
export function multipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw invalidParam('multipart without boundary');
  const mark = `--${boundary}`;
  const parts = new Map<string, Buffer>();
  let at = body.indexOf(mark);
  while (at >= 0) {
    const start = at + mark.length + 2;
    const end = body.indexOf(`\r\n${mark}`, start);
    const headEnd = body.indexOf('\r\n\r\n', start);
    if (end < 0 || headEnd < 0 || headEnd > end) break;
    const name = /name="([^"]+)"/.exec(body.subarray(start, headEnd).toString())?.[1];
    if (name !== undefined) parts.set(name, body.subarray(headEnd + 4, end));
    at = end + 2;
  }
  return parts;
}
