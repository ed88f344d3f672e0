/**
 * The one place that reads the time of day. Milliseconds since 1970-01-01 UTC. The local cloud can
 * move the clock of its functions, from one call to the next; on WeChat Cloud the variable is absent.
 */
export function readClock(): number {
  return Date.now() + (Number(process.env.LOCAL_CLOUD_CLOCK_OFFSET_MS) || 0);
}
