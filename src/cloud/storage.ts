import Taro from '@tarojs/taro';
import * as v from 'valibot';
import { transport } from './transport';

/** What lies on the device, parsed on the way out: an older version may have written it. */
export function readStored<Schema extends v.GenericSchema>(
  key: string,
  schema: Schema,
): v.InferOutput<Schema> | undefined {
  try {
    const raw: unknown = Taro.getStorageSync(transport.storagePrefix + key);
    const parsed = v.safeParse(schema, raw);
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined; // a full or broken storage must not keep a page from opening
  }
}

export function store(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(transport.storagePrefix + key, value);
  } catch {
    // Full (WeChat gives 10 MB): saved answers make room for what the person is doing now.
    dropSavedAnswers();
    try {
      Taro.setStorageSync(transport.storagePrefix + key, value);
    } catch {
      // Storage is denied: the page still works, only without memory.
    }
  }
}

/** What begins so can be asked for again. */
export const savedAnswerPrefix = 'cache:';

function dropSavedAnswers(): void {
  try {
    for (const key of Taro.getStorageInfoSync().keys) {
      if (key.startsWith(transport.storagePrefix + savedAnswerPrefix)) Taro.removeStorageSync(key);
    }
  } catch {
    // See above.
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(transport.storagePrefix + key);
  } catch {
    // See above.
  }
}

/** Names of what is stored and begins so. */
export function storedKeys(beginning: string): string[] {
  try {
    const prefix = transport.storagePrefix;
    return Taro.getStorageInfoSync()
      .keys.filter((key) => key.startsWith(prefix + beginning))
      .map((key) => key.slice(prefix.length));
  } catch {
    return [];
  }
}
