/** WeChat's open interfaces (`cloud.openapi.*`): a multipart request around protobuf, answered in protobuf. */
import { Reader, Writer } from 'protobufjs/minimal';
import { invalidParam, textOf } from '../errors';

export interface OpenApiCall {
  /** Such as `subscribeMessage.send`. */
  api: string;
  /** Snake-case arguments as the SDK sends them. */
  args: Record<string, unknown>;
}

/** What an interface answers: WeChat's JSON with `errcode` 0 or an error, or an error of the gateway such as -604101. */
export type OpenApiAnswer = { json: Record<string, unknown> } | { errorCode: number };

/** Answers one call. */
export type OpenApi = (call: OpenApiCall) => OpenApiAnswer | Promise<OpenApiAnswer>;

const NO_PERMISSION = -604101;

/** Refuses every interface, loudly, apart from subscription messages, to which nobody has consented yet. */
export const plainOpenApi: OpenApi = ({ api }) => {
  if (api === 'subscribeMessage.send')
    return { json: { errcode: 43101, errmsg: 'user refuse to accept the msg' } };
  return { json: { errcode: 40066, errmsg: `local cloud: openapi.${api} is not implemented` } };
};

/** Only interfaces that the function's config.json lists may be called. */
export function permitted(
  api: string,
  listed: readonly string[] | undefined,
  openApi: OpenApi,
): OpenApi {
  return listed === undefined || listed.includes(api)
    ? openApi
    : () => ({ errorCode: NO_PERMISSION });
}

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
  const json = Buffer.from(JSON.stringify(answer.json));
  return writer
    .uint32(10)
    .bytes(json)
    .uint32(18)
    .string('application/json; charset=utf-8')
    .uint32(32)
    .uint32(200)
    .finish();
}

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
