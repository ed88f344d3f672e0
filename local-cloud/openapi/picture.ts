/** Draws a square of dark and light cells as a PNG (grey, 8 bits), by the PNG specification. */
import { deflateSync } from 'node:zlib';
import { crc32 } from './crc';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const LIGHT = 255;
/** Cells that a QR code wants free around it. */
const QUIET = 4;

/** @param cells the number of cells in a row @param width of the picture in pixels, at least one for each cell */
export function drawCells(
  cells: number,
  isDark: (row: number, column: number) => boolean,
  width: number,
): Buffer {
  const scale = Math.max(1, Math.floor(width / (cells + 2 * QUIET)));
  const margin = Math.floor((width - cells * scale) / 2);
  // Each line begins with the number of its filter, 0 for none.
  const pixels = Buffer.alloc((width + 1) * width, LIGHT);
  for (let y = 0; y < width; y++) pixels[y * (width + 1)] = 0;
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      if (!isDark(row, column)) continue;
      for (let y = 0; y < scale; y++) {
        const at = (margin + row * scale + y) * (width + 1) + 1 + margin + column * scale;
        pixels.fill(0, at, at + scale);
      }
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(width, 4);
  head[8] = 8;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(typed.length + 8);
  whole.writeUInt32BE(data.length, 0);
  typed.copy(whole, 4);
  whole.writeUInt32BE(crc32(typed), typed.length + 4);
  return whole;
}
