/** `cloud.openapi` of the real SDK, whose own types are loose, and a local cloud with templates. */
import { join } from 'node:path';
import {
  sdkEnvironment,
  type LocalCloud,
  type LocalCloudOptions,
  type MessageTemplate,
} from '../../local-cloud/index';
import { startCloud, type SdkPackage } from './helpers';

export const OPENAPI_FUNCTIONS = join(__dirname, 'fixtures', 'openapi-functions');

/** A moment that no test depends on. */
export const START = Date.parse('2026-11-23T22:22:27Z');

export const BOOKED: MessageTemplate = {
  id: 'T-booked',
  title: '预约成功提醒',
  fields: ['thing1', 'time2', 'phrase3'],
  labels: { thing1: '预约项目', time2: '预约时间' },
};
export const STANDING: MessageTemplate = {
  id: 'T-long',
  title: '课程通知',
  fields: ['thing1'],
  kind: 'longTerm',
};
export const PAGES = ['pages/index/index', 'pages/booking/index'];

/** A mini program with two templates and two pages; its clock starts at START and stands still. */
export function startWeChat(options: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
  return startCloud({ now: () => START, templates: [BOOKED, STANDING], pages: PAGES, ...options });
}

type Interface = (args: object) => Promise<Record<string, unknown>>;
export interface OpenApiOfSdk {
  subscribeMessage: { send: Interface };
  security: { msgSecCheck: Interface; mediaCheckAsync: Interface };
  wxacode: { getUnlimited: Interface };
  customerServiceMessage: { send: Interface };
}
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  openapi: OpenApiOfSdk;
}

/** The unmodified SDK in this process, talking to the cloud at this address. */
export function openApiAt(adminUrl: string, name: SdkPackage = 'wx-server-sdk'): OpenApiOfSdk {
  Object.assign(process.env, sdkEnvironment(adminUrl));
  const sdk: Sdk = jest.requireActual(name);
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV });
  return sdk.openapi;
}

export const DATA = {
  thing1: { value: '心理咨询' },
  time2: { value: '2026年11月1日 15:01' },
  phrase3: { value: '已预约' },
};

/** A message that is right in every field, apart from what a test changes. */
export const message = (changes: object = {}): object => ({
  touser: 'o-father',
  templateId: BOOKED.id,
  page: 'pages/booking/index?id=7',
  data: DATA,
  ...changes,
});
