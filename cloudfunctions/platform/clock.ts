/** The one place that reads the time of day. Milliseconds since 1970-01-01 UTC. */
export function readClock(): number {
  return Date.now() + offset;
}

// The local cloud moves the clock of a preview or a test; on WeChat Cloud the variable is absent.
const offset = Number(process.env.XINQIAO_CLOCK_OFFSET_MS ?? 0) || 0;
