import { alphabet, type Entry } from '../packed';

/**
 * The cloud's weights as text: finer levels than the phone's, one character for each, and one for how
 * far on from the entry before. Never on the phone.
 */

/** Levels above nothing, and as many below: with nothing itself, as many as there are characters. */
export const levels = (alphabet.length - 1) / 2;
/** The last character says: this far on, and no entry yet. */
const reach = alphabet.length - 1;

/** How far each entry stands from the one before. `places` rise. */
export function packPlaces(places: readonly number[]): string {
  let packed = '';
  let next = 0;
  for (const place of places) {
    for (; place - next >= reach; next += reach) packed += alphabet.charAt(reach);
    packed += alphabet.charAt(place - next);
    next = place + 1;
  }
  return packed;
}

export const packLevels = (row: readonly number[]): string =>
  row.map((level) => alphabet.charAt(level + levels)).join('');

const numbers = new Map(Array.from(alphabet, (character, number) => [character, number]));
const numberOf = (character: string) => numbers.get(character) ?? 0;

export const unpackLevels = (packed: string): number[] =>
  Array.from(packed, (character) => numberOf(character) - levels);

/** The entries of a table: where they stand, and their levels. */
export function unpackEntries(places: string, packed: string): Entry[] {
  const row = unpackLevels(packed);
  const entries: Entry[] = [];
  let next = 0;
  for (const character of places) {
    const said = numberOf(character);
    if (said !== reach) entries.push({ place: next + said, level: row[entries.length] ?? 0 });
    next += said === reach ? reach : said + 1;
  }
  return entries;
}
