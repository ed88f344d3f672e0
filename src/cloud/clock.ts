import { useEffect, useState } from 'react';

/**
 * The server's time, as far as the last answer told. A phone's own clock may be minutes off, and a
 * place that is kept for five minutes must not look lost because of it.
 */
let offset = 0;

/** Takes the time that an answer carries, ms. */
export function noteServerTime(serverNow: number): void {
  offset = serverNow - Date.now();
}

export function serverNow(): number {
  return Date.now() + offset;
}

const everyMs = 10_000;

/** The server's time, looked at every ten seconds: "still four minutes" must not lie. */
export function useServerNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
