import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { drawCode } from '../../local-cloud/openapi/code';

/** What is drawn on paper: `scene` is what the code hands to `page`. */
export interface Wanted {
  scene: string;
  page: string;
}

export interface Codes {
  /** They stand for what the code will be, and lead nowhere. */
  sample: boolean;
  /** A picture that stands in HTML. */
  of(wanted: Wanted): string;
}

/** For print: WeChat draws up to 1280 pixels. */
const width = 1280;

const fileOf = (folder: string, { scene }: Wanted, kind: 'png' | 'jpg') =>
  path.join(folder, `${scene}.${kind}`);

const found = (folder: string, wanted: Wanted) =>
  (['png', 'jpg'] as const)
    .map((kind) => fileOf(folder, wanted, kind))
    .find((file) => existsSync(file));

/** Codes that WeChat has drawn, from the folder they lie in. @throws when one is missing. */
export function realCodes(folder: string): Codes {
  return {
    sample: false,
    of(wanted) {
      const file = found(folder, wanted);
      if (!file) throw new Error(`${folder}: no code for ${wanted.scene}. Order it with --order.`);
      const kind = file.endsWith('.png') ? 'png' : 'jpeg';
      return `data:image/${kind};base64,${readFileSync(file).toString('base64')}`;
    },
  };
}

/** Without an account: what the local cloud draws. The paper says that it is a sample. */
export const sampleCodes: Codes = {
  sample: true,
  of({ scene, page }) {
    const drawn = drawCode({ scene, page, check_path: false, width }, undefined);
    if (!('bytes' in drawn)) throw new Error(`no code for ${scene}`);
    return `data:image/png;base64,${Buffer.from(drawn.bytes).toString('base64')}`;
  },
};

const TokenSchema = v.object({ access_token: v.string() });
const RefusedSchema = v.object({ errcode: v.number(), errmsg: v.optional(v.string(), '') });

export interface Account {
  appId: string;
  secret: string;
}

const api = 'https://api.weixin.qq.com';

/**
 * Has WeChat draw what is not in the folder yet (wxa/getwxacodeunlimit); answers how many those
 * were. It can be run again after any failure: what has arrived is not ordered twice.
 */
export async function orderCodes(
  folder: string,
  wanted: readonly Wanted[],
  { appId: appid, secret }: Account,
  ask: typeof fetch = fetch,
): Promise<number> {
  const missing = wanted.filter((one) => !found(folder, one));
  if (missing.length === 0) return 0;
  mkdirSync(folder, { recursive: true });
  const post = (address: string, body: object) =>
    ask(`${api}${address}`, { method: 'POST', body: JSON.stringify(body) });
  const order = { grant_type: 'client_credential', appid, secret };
  const token: unknown = await post('/cgi-bin/stable_token', order).then((one) => one.json());
  const known = v.safeParse(TokenSchema, token);
  if (!known.success) throw new Error(`WeChat gives no token: ${refusalOf(token)}`);
  const address = `/wxa/getwxacodeunlimit?access_token=${known.output.access_token}`;
  for (const one of missing) {
    const answer = await post(address, { ...one, width, check_path: false });
    const picture = Buffer.from(await answer.arrayBuffer());
    const kind = kindOf(picture);
    if (!kind) throw new Error(`WeChat draws no code for ${one.scene}: ${refusalOf(picture)}`);
    writeFileSync(fileOf(folder, one, kind), picture);
  }
  return missing.length;
}

function kindOf(picture: Buffer): 'png' | 'jpg' | undefined {
  if (picture.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'png';
  return picture.subarray(0, 2).equals(Buffer.from([0xff, 0xd8])) ? 'jpg' : undefined;
}

/** WeChat's own code and sentence; never the token or the secret. */
function refusalOf(answer: unknown): string {
  const parsed = v.safeParse(
    v.union([RefusedSchema, v.pipe(v.string(), v.parseJson(), RefusedSchema)]),
    Buffer.isBuffer(answer) ? answer.toString('utf8') : answer,
  );
  return parsed.success ? `${parsed.output.errcode} ${parsed.output.errmsg}` : 'no reason given';
}
