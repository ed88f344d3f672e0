import { useEffect, useState } from 'react';

/**
 * The server's time, as far as the last answer told. A phone's own clock may be minutes off, and a
 * place that is kept for five minutes must not look lost because of it.
 */
let offset = 0;
const watching = new Set<() => void>();
/** Answers differ by what the network takes; only more than this is news to who looks at the time. */
const noticedMs = 1000;

/** Takes the time that an answer carries, ms. */
export function noteServerTime(serverNow: number): void {
  const before = offset;
  offset = serverNow - Date.now();
  // A phone whose day is wrong must not say "tomorrow" of a visit of today until the next look.
  if (Math.abs(offset - before) > noticedMs) for (const look of watching) look();
}

export function serverNow(): number {
  return Date.now() + offset;
}

const everyMs = 10_000;

/** The server's time, looked at every ten seconds: "still four minutes" must not lie. */
export function useServerNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const look = () => setNow(serverNow());
    const timer = setInterval(look, everyMs);
    watching.add(look);
    return () => {
      clearInterval(timer);
      watching.delete(look);
    };
  }, []);
  return now;
}
