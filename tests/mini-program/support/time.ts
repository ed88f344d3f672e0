/** So many turns of the event loop at least: from a tap to the drawn page several follow each other. */
const turns = 12;

/**
 * Lets promises, Taro's batched setData and timers of up to `ms` run. On a busy machine a turn takes
 * longer than its time, so turns are counted as well.
 */
export async function settle(ms = 20): Promise<void> {
  const pause = Math.max(1, Math.floor(ms / turns));
  const end = performance.now() + ms;
  for (let turn = 0; turn < turns || performance.now() < end; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Repeats `probe` until it gives something, and fails with `what` after `timeout`. */
export async function waitFor<T>(
  probe: () => T | undefined | null | false,
  what: string | (() => string),
  // Generous: a machine under load takes many times what a quiet one does, and that is no fault.
  timeout = 60_000,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const found = probe();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > end) {
      throw new Error(`waited ${timeout} ms for ${typeof what === 'string' ? what : what()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
