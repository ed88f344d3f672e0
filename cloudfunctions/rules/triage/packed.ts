/**
 * Weights as text: one character a weight, 46 steps either side of nothing. Printable ASCII without
 * quotation marks and the backslash, so that a minifier leaves it as it is.
 */
const alphabet =
  ' !#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
const middle = 45;

/** Rounds each weight to a multiple of `step`; what is too large is cut. */
export function pack(weights: ArrayLike<number>, step: number): string {
  return Array.from(weights, (weight) => {
    const steps = Math.max(-middle, Math.min(middle, Math.round(weight / step)));
    return alphabet.charAt(middle + steps);
  }).join('');
}

export function unpack(packed: string, step: number): number[] {
  return packed.split('').map((character) => (alphabet.indexOf(character) - middle) * step);
}
