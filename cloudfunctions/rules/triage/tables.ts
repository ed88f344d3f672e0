import { gramsOf, type Table, type Tables } from './model';
import type { Entry } from './packed';

/** What weights come as: a threshold, what the levels mean, and the weights of levels and rules. */
interface Head {
  threshold: number;
  sizes: readonly number[];
  rules: readonly number[];
}

/** Both tables have entries at the same places; `levels` are those of `now`. */
export function tablesOf(
  bits: number,
  { today, now }: Record<'today' | 'now', Head>,
  entries: readonly Entry[],
  levels: readonly number[],
): Tables {
  const tableOf = (
    { threshold, sizes, rules }: Head,
    levelAt: (entry: Entry, at: number) => number,
  ): Table => {
    const table = new Uint8Array(gramsOf(bits));
    entries.forEach((entry, at) => {
      const level = levelAt(entry, at);
      table[entry.place] = level < 0 ? sizes.length - level : level;
    });
    return {
      ...{ threshold, rules, levels: table },
      sizes: [0, ...sizes, ...sizes.map((size) => -size)],
    };
  };
  return {
    bits,
    today: tableOf(today, ({ level }) => level),
    now: tableOf(now, (_, at) => levels[at] ?? 0),
  };
}
