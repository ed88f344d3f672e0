import { orderCodes, realCodes, sampleCodes, type Codes, type Wanted } from '../campaign/codes';

/** Codes that WeChat draws for the account of the environment, kept in `folder`; samples unless asked. */
export async function codesIn(
  folder: string,
  wanted: readonly Wanted[],
  order: boolean,
): Promise<Codes> {
  if (!order) return sampleCodes;
  const { XINQIAO_APPID: appId = '', XINQIAO_APP_SECRET: secret = '' } = process.env;
  if (!appId || !secret) throw new Error('--order needs XINQIAO_APPID and XINQIAO_APP_SECRET.');
  console.log(`${await orderCodes(folder, wanted, { appId, secret })} codes ordered`);
  return realCodes(folder);
}
