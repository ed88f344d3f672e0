/**
 * Tables of weights as text. A weight is one of a few levels, below or above nothing; one character
 * says how far on from the entry before, and which level. Printable ASCII without quotation marks and
 * the backslash, so that a minifier leaves it as it is.
 */
export const alphabet =
  ' !#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';

/** Levels above nothing, and as many below. */
export const levels = 4;
const codes = 2 * levels;
/** How far on one character can say. */
const reach = Math.floor((alphabet.length - 1) / codes);
/** The last character says: this far on, and no entry yet. */
const onward = alphabet.length - 1;
/** Of an entry that may be nothing. */
const choices = codes + 1;

/** Where a table has an entry, and which level: −4 to 4, never 0. */
export interface Entry {
  place: number;
  level: number;
}

/** `level` of each place; 0 is no entry. */
export function pack(table: ArrayLike<number>): string {
  let packed = '';
  let next = 0;
  for (let place = 0; place < table.length; place += 1) {
    const level = table[place] ?? 0;
    if (level === 0) continue;
    for (; place - next >= reach; next += reach) packed += alphabet.charAt(onward);
    const code = level > 0 ? levels + level - 1 : levels + level;
    packed += alphabet.charAt((place - next) * codes + code);
    next = place + 1;
  }
  return packed;
}

export function unpack(packed: string): Entry[] {
  const entries: Entry[] = [];
  let next = 0;
  for (let at = 0; at < packed.length; at += 1) {
    const said = alphabet.indexOf(packed.charAt(at));
    if (said === onward) {
      next += reach;
      continue;
    }
    const code = said % codes;
    const place = next + Math.floor(said / codes);
    entries.push({ place, level: code < levels ? code - levels : code - levels + 1 });
    next = place + 1;
  }
  return entries;
}

/** Levels in a row, −4 to 4, two a character: a second table with entries at the same places. */
export function packRow(row: readonly number[]): string {
  let packed = '';
  for (let at = 0; at < row.length; at += 2) {
    packed += alphabet.charAt(((row[at] ?? 0) + levels) * choices + ((row[at + 1] ?? 0) + levels));
  }
  return packed;
}

export function unpackRow(packed: string): number[] {
  return Array.from(packed).flatMap((character) => {
    const said = alphabet.indexOf(character);
    return [Math.floor(said / choices) - levels, (said % choices) - levels];
  });
}
