import { addDays, dayOf, hourMs, startOfDay } from '@rules/dates';

/** Turns one of the inspector's switches of a running preview. */
async function turn(url: string, name: string, body: object): Promise<void> {
  const answer = await fetch(new URL(`/inspector/api/${name}`, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
}

/** Makes it the next ten in the morning, Beijing time: an hour at which people may be told things. */
export async function makeItTen(url: string): Promise<void> {
  const now = Date.now();
  const today = startOfDay(dayOf(now)) + 10 * hourMs;
  const ten = today > now ? today : startOfDay(addDays(dayOf(now), 1)) + 10 * hourMs;
  await turn(url, 'clock', { set: ten });
}

/** The job does what is due now. */
export function runJob(url: string): Promise<void> {
  return turn(url, 'timers/run', { name: 'minute' });
}
