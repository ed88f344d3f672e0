/** Lets promises, Taro's batched setData and timers of up to `ms` run. */
export const settle = (ms = 20): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Repeats `probe` until it gives something, and fails with `what` after `timeout`. */
export async function waitFor<T>(
  probe: () => T | undefined | null | false,
  what: string | (() => string),
  timeout = 5000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const found = probe();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > end) {
      throw new Error(`waited ${timeout} ms for ${typeof what === 'string' ? what : what()}`);
    }
    await settle(10);
  }
}
