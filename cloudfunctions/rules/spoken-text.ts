import type { Block } from '@contract/guides';

/** What is said aloud of a block, by a machine's voice and by whoever records it: title, then text. */
export const spokenText = ({ title, text }: Pick<Block, 'title' | 'text'>): string =>
  `${title}。\n${text}`;

/**
 * A short digest of a text, the same on phones and servers: 53 bits of cyrb53, in base 36. It keeps
 * a recording to the very words it says; it is no protection against somebody who wants to cheat
 * (who may record, and who has heard it, is checked by the server).
 */
export function textDigest(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}

/** The digest of what is said of a block. */
export const digestOf = (block: Pick<Block, 'title' | 'text'>): string =>
  textDigest(spokenText(block));
