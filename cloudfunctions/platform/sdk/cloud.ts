import cloud from 'wx-server-sdk';

/**
 * This folder alone knows wx-server-sdk. What it returns is loosely typed, so everything that comes
 * back passes a schema before the rest of the platform sees it.
 */
// The SDK's typings lag behind: DYNAMIC_CURRENT_ENV is a symbol.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });

export { cloud };
