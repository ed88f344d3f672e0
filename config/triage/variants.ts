/**
 * Training lines with choices, `{a|b}`: one line stands for many messages. At most this many are
 * made of a line, so that no line outweighs the others; every choice comes up in one of them if it can.
 */
const most = 8;

/** The messages a line stands for, the same each time. A line without choices stands for itself. */
export function variantsOf(line: string, random: () => number): string[] {
  const parts = line.split(/\{([^{}]*)\}/).map((part, at) => (at % 2 ? part.split('|') : [part]));
  const all = parts.reduce((product, choices) => product * choices.length, 1);
  const shuffled = parts.map((choices) =>
    choices
      .map((choice) => ({ choice, order: random() }))
      .sort((a, b) => a.order - b.order)
      .map(({ choice }) => choice),
  );
  const made = new Set<string>();
  for (let turn = 0; made.size < Math.min(all, most) && turn < 4 * most; turn += 1) {
    const shift = turn < most ? 0 : turn;
    made.add(
      shuffled
        .map((choices, at) => choices[(turn + ((shift * at) % 7)) % choices.length] ?? '')
        .join(''),
    );
  }
  return [...made];
}
