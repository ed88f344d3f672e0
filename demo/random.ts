/** The same seed gives the same county. */
export { seededRandom as mulberry32 } from '../cloudfunctions/rules/simulated-demand';

/** A whole number from `from` to `to`, both included. */
export function between(random: () => number, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** One of the list. @throws Error for an empty list. */
export function oneOf<Item>(random: () => number, list: readonly Item[]): Item {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error('nothing to choose from');
  return item;
}

/** The list in another order. */
export function shuffled<Item>(random: () => number, list: readonly Item[]): Item[] {
  const keyed = list.map((item) => ({ item, key: random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
