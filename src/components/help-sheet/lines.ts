import type { Hotline } from '@contract/directory';
import { nationalLines } from '@contract/national-lines';
import { lineState } from '@rules/line-hours';
import { readSaved } from '@/cloud/cache';
import { dotted } from '@/wording/common';
import { firstHelp } from '@/wording/first-help';

/**
 * Lines of the country by number, in the order that was asked for, then those of the place, who
 * answers now first. Nothing is asked of the network: what is on the phone is there.
 */
export function linesFor(
  numbers: readonly string[],
  { county, now, ofPlace }: { county: string | undefined; now: number; ofPlace: number },
): Hotline[] {
  const known = readSaved('directory.listHotlines', { county })?.data.hotlines ?? [];
  const country = numbers.flatMap(
    (number) => [...known, ...nationalLines].find((line) => line.number === number) ?? [],
  );
  const national = new Set(nationalLines.map(({ number }) => number));
  const place = known.filter(({ number }) => !national.has(number));
  const answering = (line: Hotline) => lineState(line.hours, now) !== 'closed';
  const byHour = [...place.filter(answering), ...place.filter((line) => !answering(line))];
  return [...country, ...byHour.slice(0, ofPlace)].map((line) => ({
    ...line,
    name: dotted(line.name, nowText(line.hours, now)),
  }));
}

/** Whether it is a time at which somebody answers; nothing where the line does not say so exactly. */
function nowText(hours: string, now: number): string {
  const state = lineState(hours, now);
  if (state === 'open') return firstHelp.openNow;
  return state === 'closed' ? firstHelp.closedNow(hours) : '';
}
