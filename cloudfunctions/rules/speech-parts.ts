export const speeds = ['slow', 'normal', 'fast'] as const;
export type Speed = (typeof speeds)[number];

/** 1 is as people talk. For old ears what counts as normal is a little slower. */
export const speedOf: Record<Speed, number> = { slow: 0.7, normal: 0.9, fast: 1.2 };

/** Characters that a voice says in a second at speed 1: about 240 a minute. */
const charactersASecond = 4;

/** About how many seconds it takes to read a text aloud. */
export const secondsToRead = (text: string, speed: Speed): number =>
  text.replace(/\s/g, '').length / charactersASecond / speedOf[speed];

/**
 * Cuts a text into pieces of at most `most` characters that a voice says one after another: at the
 * ends of sentences where that is possible, else at a comma, else anywhere. Nothing is left out but
 * white space between pieces.
 */
export function speechParts(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const room = rest.slice(0, most);
    const end = lastOf(room, /[。！？；!?;\n]["”’）)]*/g) ?? lastOf(room, /[，、：,:\s]/g) ?? most;
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...parts, rest].filter(Boolean);
}

/** Where the last match ends; nothing when there is none. */
function lastOf(text: string, marks: RegExp): number | undefined {
  const last = [...text.matchAll(marks)].at(-1);
  return last && last.index + last[0].length;
}
