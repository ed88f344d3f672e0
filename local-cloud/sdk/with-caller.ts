/** Many callers in one process, for tests: each asynchronous call sees its own WX_OPENID in process.env. */
import { AsyncLocalStorage } from 'node:async_hooks';

const callers = new AsyncLocalStorage<ReadonlyMap<string, string>>();
let installed = false;

/** Runs `fn` so that the SDK's `getWXContext()` gives this openid (none: a timer or a function called by a function). */
export function withCaller<T>(openid: string | undefined, fn: () => Promise<T>): Promise<T> {
  install();
  const identity = new Map([['WX_APPID', 'wxlocal0000000000']]);
  if (openid !== undefined) identity.set('WX_OPENID', openid);
  identity.set('WX_CONTEXT_KEYS', [...identity.keys()].join(','));
  identity.set('TCB_SOURCE', openid === undefined ? '' : 'wx_client');
  return callers.run(identity, fn);
}

/** Puts a view in front of process.env, once. Outside of withCaller it behaves as the real one. */
function install(): void {
  if (installed) return;
  installed = true;
  const real = process.env;
  const view = new Proxy(real, {
    get: (target, key): unknown =>
      typeof key === 'string'
        ? (callers.getStore()?.get(key) ?? target[key])
        : Reflect.get(target, key),
    has: (target, key) =>
      (typeof key === 'string' && callers.getStore()?.has(key) === true) || key in target,
  });
  Object.defineProperty(process, 'env', {
    value: view,
    configurable: true,
    enumerable: true,
    writable: true,
  });
}
