/** What an instance is told about one call, in the shape WeChat gives it. */
import { invalidParam } from '../errors';
import type { FunctionDefinition } from './definitions';
import type { Job } from './instance';
import type { Caller } from './types';

export const APP_ID = 'wxlocal0000000000';

/** Throws INVALID_PARAM unless the event is an object. */
export function jobOf(
  definition: FunctionDefinition,
  event: unknown,
  caller: Caller,
  requestId: string,
  env: string,
): Job {
  const identity: Record<string, string> = { WX_APPID: APP_ID, WX_API_TOKEN: 'local' };
  if (caller.openid !== undefined) identity.WX_OPENID = caller.openid;
  if (caller.unionid !== undefined) identity.WX_UNIONID = caller.unionid;
  const source = sourceOf(caller);
  const context = {
    request_id: requestId,
    function_name: definition.name,
    function_version: '$LATEST',
    memory_limit_in_mb: definition.memorySize,
    time_limit_in_ms: definition.timeout * 1000,
    namespace: env,
    tencentcloud_region: 'ap-shanghai',
    environment: JSON.stringify({
      ...identity,
      WX_CONTEXT_KEYS: Object.keys(identity).join(','),
      TCB_SOURCE: source,
    }),
  };
  return { event: JSON.stringify(withUserInfo(event, caller)), context, identity, source };
}

/** TCB_SOURCE of a call. */
export const sourceOf = (caller: Caller): string =>
  caller.source ?? (caller.openid === undefined ? '' : 'wx_client');

/** Calls from the mini program carry `userInfo` in their event. Throws INVALID_PARAM unless the event is an object. */
function withUserInfo(event: unknown, caller: Caller): object {
  if (event !== undefined && (typeof event !== 'object' || event === null || Array.isArray(event)))
    throw invalidParam('the data of a function call must be an object');
  if (caller.openid === undefined) return event ?? {};
  return { ...event, userInfo: { appId: APP_ID, openId: caller.openid } };
}
