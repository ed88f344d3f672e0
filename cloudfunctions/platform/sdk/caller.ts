import * as v from 'valibot';
import { cloud } from './cloud';

const ContextSchema = v.object({
  // An all-digit openid arrives as a number (wechat-cloud.md).
  OPENID: v.optional(v.union([v.string(), v.number()])),
  SOURCE: v.optional(v.string()),
});

/** The openid WeChat vouches for; undefined for timers. Call it inside `main` only. */
export function callingOpenid(): string | undefined {
  const { OPENID } = v.parse(ContextSchema, cloud.getWXContext());
  return OPENID === undefined ? undefined : String(OPENID);
}

/** Where people call from; a function that one of these calls says so as well (`wx_client,scf`). */
const sourcesOfPeople = ['wx_client', 'wx_devtools', 'wx_http'];

/**
 * Whether a person calls, and not WeChat's message push, which may come with the openid of whom it is
 * about (WeChat's own example answers `wxContext.OPENID`). Call it inside `main` only.
 */
export function calledByPerson(): boolean {
  const { OPENID, SOURCE = '' } = v.parse(ContextSchema, cloud.getWXContext());
  if (SOURCE === '') return OPENID !== undefined;
  return sourcesOfPeople.some((source) => SOURCE.split(',').includes(source));
}
