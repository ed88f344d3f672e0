/**
 * A table of weights as text. Two characters an entry: how far on from the entry before, and the
 * weight in steps. Printable ASCII without quotation marks and the backslash, so that a minifier
 * leaves it as it is.
 */
const alphabet =
  ' !#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~';
const middle = 45;
/** The last character says: this far on, and no entry yet. */
const farthest = alphabet.length - 1;

/** Rounds each weight to a multiple of `step`, cuts what is too large, leaves out what is nothing. */
export function pack(weights: ArrayLike<number>, step: number): string {
  let packed = '';
  let last = 0;
  for (let place = 0; place < weights.length; place += 1) {
    const steps = Math.max(-middle, Math.min(middle, Math.round((weights[place] ?? 0) / step)));
    if (steps === 0) continue;
    for (; place - last >= farthest; last += farthest) packed += alphabet.charAt(farthest);
    packed += alphabet.charAt(place - last) + alphabet.charAt(middle + steps);
    last = place;
  }
  return packed;
}

export function unpack(packed: string, step: number): Record<number, number> {
  const weights: Record<number, number> = {};
  let place = 0;
  for (let at = 0; at < packed.length; at += 1) {
    const ahead = alphabet.indexOf(packed.charAt(at));
    place += ahead;
    if (ahead === farthest) continue;
    at += 1;
    weights[place] = (alphabet.indexOf(packed.charAt(at)) - middle) * step;
  }
  return weights;
}
