/** What WeChat's open interfaces (`cloud.openapi.*`) are asked and what they answer. */
import { randomBytes } from 'node:crypto';

export interface OpenApiCall {
  /** Such as `subscribeMessage.send`. */
  api: string;
  /** Snake-case arguments as the SDK sends them. */
  args: Record<string, unknown>;
}

export type OpenApiAnswer =
  /** WeChat's JSON with `errcode` 0 or an error. */
  | { json: Record<string, unknown> }
  /** The same as text: for whole numbers above 2^53, which WeChat sends and JavaScript cannot write. */
  | { jsonText: string }
  /** A picture; the SDK makes `{ contentType, buffer }` of it. */
  | { bytes: Uint8Array; contentType: string }
  /** An error of the gateway such as -604101. */
  | { errorCode: number };

/** Answers one call. */
export type OpenApi = (call: OpenApiCall) => OpenApiAnswer | Promise<OpenApiAnswer>;

const hex8 = () => randomBytes(4).toString('hex');

/** An id as WeChat makes them for requests and checks, such as `64e41852-5c2e1227-2885cbfa`. */
export const newTrace = (): string => `${hex8()}-${hex8()}-${hex8()}`;

/** An error in WeChat's form; the SDK throws it as `errCode` and `errMsg`. */
export const refused = (errcode: number, errmsg: string): OpenApiAnswer => ({
  json: { errcode, errmsg: `${errmsg} rid: ${newTrace()}` },
});

/** Success with these fields. */
export const accepted = (fields: Record<string, unknown>): OpenApiAnswer => ({
  json: { errcode: 0, errmsg: 'ok', ...fields },
});

const NO_PERMISSION = -604101;

/** Refuses every interface, loudly, apart from subscription messages, to which nobody has consented yet. */
export const plainOpenApi: OpenApi = ({ api }) =>
  api === 'subscribeMessage.send'
    ? refused(43101, 'user refuse to accept the msg')
    : notImplemented(api);

/** What an interface that the local cloud does not have answers. */
export const notImplemented = (api: string): OpenApiAnswer =>
  refused(40066, `local cloud: openapi.${api} is not implemented`);

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
