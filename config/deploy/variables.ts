import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { CountyCodeSchema } from '../../cloudfunctions/contract/shapes';
import { parseKeyRing } from '../commands/key-ring';

/** One variable that deployment reads, or puts into the functions' environment. */
export interface Variable {
  name: string;
  /** Who reads it: the deployment itself, the deployed functions, or the build of the mini program. */
  for: 'deployment' | 'functions' | 'build';
  required: boolean;
  /** Never printed. */
  secret: boolean;
  meaning: string;
  /** What is wrong with a value, or undefined. */
  fault?: (value: string) => string | undefined;
}

const text = (schema: v.GenericSchema<string, unknown>, message: string) => (value: string) =>
  v.is(schema, value) ? undefined : message;

/** Everything there is to set. `functions`: each function gets those that its code reads. */
export const variables: Variable[] = [
  {
    name: 'XINQIAO_APPID',
    for: 'deployment',
    required: true,
    secret: false,
    meaning: 'AppID of the mini program (开发管理 → 开发设置)',
    fault: text(
      v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/)),
      'an AppID is wx and 16 digits or a–f',
    ),
  },
  {
    name: 'TARO_APP_CLOUD_ENV',
    for: 'build',
    required: true,
    secret: false,
    meaning: 'id of the cloud environment (云开发 → 设置 → 环境 ID)',
    fault: text(
      v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{2,47}$/)),
      'this is no environment id',
    ),
  },
  {
    name: 'XINQIAO_UPLOAD_KEY',
    for: 'deployment',
    required: true,
    secret: false,
    meaning:
      'path of private.<appid>.key (开发设置 → 小程序代码上传); this machine stands in its IP list',
  },
  {
    name: 'TENCENTCLOUD_SECRETID',
    for: 'deployment',
    required: true,
    secret: true,
    meaning: 'API key of the Tencent Cloud account behind the environment (访问管理 → API 密钥)',
  },
  {
    name: 'TENCENTCLOUD_SECRETKEY',
    for: 'deployment',
    required: true,
    secret: true,
    meaning: 'its secret',
  },
  {
    name: 'XINQIAO_KEYRING',
    for: 'functions',
    required: true,
    secret: true,
    meaning: 'keys of encrypted fields (npm run rotate-keys -- --ring FILE makes one)',
    fault: keyRingFault,
  },
  {
    name: 'XINQIAO_COUNTY',
    for: 'functions',
    required: true,
    secret: false,
    meaning: 'six digits of the county (GB/T 2260)',
    fault: text(CountyCodeSchema, 'a county code has six digits'),
  },
  {
    name: 'XINQIAO_SETUP_CODE',
    for: 'functions',
    required: false,
    secret: true,
    meaning: 'lets the first administrator in, once; 12 characters or more; take it out afterwards',
    fault: text(v.pipe(v.string(), v.minLength(12)), 'at least 12 characters, by chance'),
  },
  {
    name: 'XINQIAO_TEMPLATES',
    for: 'functions',
    required: false,
    secret: false,
    meaning:
      'subscription templates by name, with their ids and keywords; without it nothing is pushed',
    fault: text(
      v.pipe(
        v.string(),
        v.parseJson(),
        v.record(
          v.string(),
          v.object({ id: v.string(), keywords: v.record(v.string(), v.string()) }),
        ),
      ),
      'this is {"name":{"id":"…","keywords":{"part":"thing1"}}}',
    ),
  },
  {
    name: 'XINQIAO_MINI_PROGRAM_STATE',
    for: 'functions',
    required: false,
    secret: false,
    meaning: 'which version a pushed message opens: formal, trial or developer',
    fault: text(v.picklist(['formal', 'trial', 'developer']), 'formal, trial or developer'),
  },
  {
    name: 'XINQIAO_DUTY_HOOK',
    for: 'functions',
    required: false,
    secret: true,
    meaning: 'where those on duty are told besides (JSON: url, secret, kind)',
    fault: text(
      v.pipe(v.string(), v.parseJson(), v.object({ url: v.pipe(v.string(), v.url()) })),
      'this is {"url":"https://…","secret":"…","kind":"wecom"}',
    ),
  },
  {
    name: 'TARO_APP_SPEECH_PLUGIN',
    for: 'build',
    required: false,
    secret: false,
    meaning: 'version of the speech plug-in (同声传译 WechatSI) once the account has added it',
    fault: text(v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)), 'a version such as 0.3.5'),
  },
  {
    name: 'XINQIAO_PACK',
    for: 'build',
    required: false,
    secret: false,
    meaning: 'folder of the county’s pack, for its own texts (packs/README.md)',
    fault: (value) => (existsSync(value) ? undefined : 'there is no such folder'),
  },
];

/** What must never be in a deployed function's environment: it opens what is for made-up people. */
export const forbidden = ['XINQIAO_DEMONSTRATION', 'LOCAL_CLOUD_CLOCK_OFFSET_MS'];

/** Room for all variables of one function (SCF: 4 KB). */
export const environmentBytes = 4 * 1024;

function keyRingFault(value: string): string | undefined {
  try {
    const { current, keys, index } = parseKeyRing(value);
    if (keys[current] === undefined) return `its current key ${current} is not among its keys`;
    const short = [...Object.values(keys), index].some(
      (key) => Buffer.from(key, 'base64').length !== 32,
    );
    return short ? 'every key has 32 bytes, as base64' : undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Why a ring must not replace the one that is deployed; undefined when it may. With a key or the
 * index gone, what is stored could never be read or found again.
 */
export function ringLoss(deployed: string, wanted: string): string | undefined {
  if (deployed === wanted) return undefined;
  const before = parseKeyRing(deployed);
  const after = parseKeyRing(wanted);
  if (before.index !== after.index)
    return 'its index key is another one: phones would not be found';
  const gone = Object.entries(before.keys).filter(([id, key]) => after.keys[id] !== key);
  if (gone.some(([id]) => id === before.current)) {
    return `key ${before.current}, under which values are written now, is missing or another one`;
  }
  return undefined;
}
