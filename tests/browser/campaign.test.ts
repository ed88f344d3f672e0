/** A township's kit as it leaves the printer: real A4 pages, and pictures of the size that is asked for. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { papers } from '@/wording/papers';
import { sampleCodes } from '../../config/campaign/codes';
import { writeKit } from '../../config/campaign/kit';
import { startPrinter, type Printer } from '../../config/campaign/print';
import { readPack, type Pack } from '../../config/county/pack';

const hegu = path.resolve(__dirname, '..', '..', 'packs', 'hegu');
let out: string;
let printer: Printer;
let pack: Pack;

beforeAll(async () => {
  out = mkdtempSync(path.join(tmpdir(), 'xinqiao-campaign-'));
  const read = await readPack(hegu);
  if (!read.pack) throw new Error('no pack');
  ({ pack } = read);
  printer = await startPrinter();
}, 180_000);

afterAll(async () => {
  await printer?.close();
  rmSync(out, { recursive: true, force: true });
});

test('posters and leaflets are A4, cards have their size, and everything fits', async () => {
  const files = await writeKit(pack, sampleCodes, printer, out, '竹坪乡');
  expect(files.map((file) => path.basename(file)).sort()).toEqual(
    [...Object.values(papers.files), papers.speech, papers.groupText].sort(),
  );
  const read = (name: string) => readFileSync(path.join(out, '竹坪乡', name));
  const pages = (name: string) => {
    const text = read(name).toString('latin1');
    // A4 in points, as Chrome rounds it.
    const boxes = [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
    for (const [, width, height] of boxes) {
      expect(Math.abs(Number(width) - 595)).toBeLessThan(1.5);
      expect(Math.abs(Number(height) - 842)).toBeLessThan(1.5);
    }
    return boxes.length;
  };
  expect(pages(papers.files.poster)).toBe(1);
  expect(pages(papers.files.loudspeaker)).toBe(1);
  expect(pages(papers.files.leaflet)).toBe(2);
  const size = (name: string) => [read(name).readUInt32BE(16), read(name).readUInt32BE(20)];
  expect(size(papers.files.television)).toEqual([1920, 1080]);
  expect(size(papers.files.meeting)).toEqual([1920, 1080]);
  expect(size(papers.files.group)).toEqual([1000, 800]);
}, 300_000);

test('long names make the code smaller and leave services out; what cannot fit is said', async () => {
  const long = '特别长的名字'.repeat(5);
  const many: Pack = {
    ...pack,
    services: Array.from({ length: 12 }, (_, at) => pack.services[at % 4]).flatMap((one) =>
      one ? [{ ...one, value: { ...one.value, name: long } }] : [],
    ),
    hotlines: pack.hotlines.map((one) => ({ ...one, value: { ...one.value, name: long } })),
  };
  const files = await writeKit(many, sampleCodes, printer, path.join(out, 'long'), '竹坪乡');
  expect(files).toHaveLength(8);
  const urgent = Array.from({ length: 8 }, () => pack.hotlines[0]).flatMap((one) =>
    one ? [{ ...one, value: { ...one.value, urgent: true, name: long } }] : [],
  );
  await expect(
    writeKit({ ...pack, hotlines: urgent }, sampleCodes, printer, out, '竹坪乡'),
  ).rejects.toThrow('does not fit');
}, 300_000);
