/** A link of the chain: what was done, and the seal over it and everything before it. */
export interface Link {
  n: number;
  /** What is sealed, opened. */
  facts: unknown;
  seal: string;
}

/** JSON with sorted keys and without what is undefined: the same facts give the same text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

type SealOf = (text: string) => string;

/** The seal of a link: keyed, over the one before it. */
export const sealLink = (seal: SealOf, before: string, n: number, facts: unknown): string =>
  seal(`${before}\n${n}\n${canonical(facts)}`);

/**
 * Whether a history is as it was written: each link follows the one before it, none is missing, and
 * the last one is the head. A head that was kept outside shows also what was cut off at the end.
 */
export function chainHolds(
  seal: SealOf,
  {
    first,
    links,
    head,
    steps,
  }: { first: unknown; links: readonly Link[]; head: string; steps: number },
): boolean {
  let before = sealLink(seal, '', 0, first);
  for (const [at, link] of links.entries()) {
    const expected = sealLink(seal, before, at + 1, link.facts);
    if (link.n !== at + 1 || link.seal !== expected) return false;
    before = expected;
  }
  return links.length === steps && before === head;
}
