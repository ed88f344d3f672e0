/** What a file of sound is, by its first bytes; the client's word for it does not count. */
export type SoundFormat = 'mp3' | 'webm';

/** kbit/s of MPEG layer III by the index in a frame's head: MPEG 1, then MPEG 2 and 2.5. */
const rates = {
  first: [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  second: [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;

const id3Bytes = 10;

/**
 * mp3 is what WeChat's recorder gives; webm what the browser of the preview does. Everything else
 * is undefined.
 */
export function soundFormat(file: Buffer): SoundFormat | undefined {
  if (file.subarray(0, 4).equals(Buffer.from([0x1a, 0x45, 0xdf, 0xa3]))) return 'webm';
  return frameRate(file) === undefined ? undefined : 'mp3';
}

/** About how many seconds an mp3 lasts: WeChat records at a constant rate. Undefined for others. */
export function mp3Seconds(file: Buffer): number | undefined {
  const rate = frameRate(file);
  return rate === undefined ? undefined : ((file.length - startOf(file)) * 8) / (rate * 1000);
}

/** Where the first frame begins: behind an ID3v2 tag, whose length is four times seven bits. */
function startOf(file: Buffer): number {
  if (file.subarray(0, 3).toString('latin1') !== 'ID3' || file.length < id3Bytes) return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => (sum << 7) | ((file[at] ?? 0) & 0x7f), 0);
  return id3Bytes + size;
}

function frameRate(file: Buffer): number | undefined {
  const start = startOf(file);
  const [sync = 0, kind = 0, head = 0] = file.subarray(start, start + 3);
  const isLayer3 = sync === 0xff && (kind & 0xe6) === 0xe2;
  const version = (kind >> 3) & 3;
  if (!isLayer3 || version === 1) return undefined;
  return rates[version === 3 ? 'first' : 'second'][(head >> 4) - 1];
}
