import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { triage } from '@rules/triage';
import * as cloud from '@rules/triage/cloud/weights';
import { packLevels, packPlaces, unpackEntries, unpackLevels } from '@rules/triage/cloud/packed';
import { concepts } from '@rules/triage/concepts';
import { exclusions } from '@rules/triage/exclusions';
import { pack, packRow, unpack, unpackRow } from '@rules/triage/packed';
import { now, today } from '@rules/triage/weights';
import { triageBytes } from '../../../config/triage/bytes';
import { parseLines, parseSentences } from '../../../config/triage/labelled';
import { weightsFiles, whatWeightsAreMadeOf } from '../../../config/triage/make-weights';
import { byCategory, confusion, figures, judgeAll } from '../../../config/triage/report';
import { trainingTexts } from '../../../config/triage/training-texts';

const root = path.resolve(__dirname, '..', '..', '..');

describe('the patterns', () => {
  const patterns = [
    ...concepts.flatMap(({ concept, rules }) =>
      rules.map(([id, , pattern]): [string, string] => [`${concept}/${id}`, pattern]),
    ),
    ...exclusions.map((pattern, index): [string, string] => [`exclusion ${index}`, pattern]),
  ];

  test.each(patterns)('old phones can compile %s', (_, pattern) => {
    expect(() => new RegExp(pattern)).not.toThrow();
    // Lookbehind, named groups, property escapes.
    expect(pattern).not.toMatch(/\(\?<|\\p\{|\\k</);
    // A pattern that matches nothing at all would speak for every text.
    expect(new RegExp(pattern).test('')).toBe(false);
  });

  test('have names of their own', () => {
    const names = patterns.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the weights', () => {
  test.each(Object.entries(weightsFiles))(
    'of the %s were made of the messages, rules and code of today',
    (_, file) => {
      const written = readFileSync(path.join(root, file), 'utf8');
      expect(written).toContain(`Made of ${whatWeightsAreMadeOf()}.`);
    },
  );

  test('survive packing, near and far from the entry before', () => {
    const table = [0, 4, 0, -1, ...Array<number>(300).fill(0), -4, 1];
    expect(unpack(pack(table))).toStrictEqual([
      { place: 1, level: 4 },
      { place: 3, level: -1 },
      { place: 304, level: -4 },
      { place: 305, level: 1 },
    ]);
    expect(unpackRow(packRow([0, 4, -4, 1]))).toStrictEqual([0, 4, -4, 1]);
  });

  test('survive the finer packing of the cloud', () => {
    const places = [0, 1, 90, 91, 500];
    const row = [45, -45, 1, -1, 7];
    expect(unpackEntries(packPlaces(places), packLevels(row))).toStrictEqual(
      places.map((place, at) => ({ place, level: row[at] })),
    );
    expect(unpackLevels(packLevels([0, 45, -45]))).toStrictEqual([0, 45, -45]);
  });

  test('of the cloud are many more, each with a size', () => {
    const entries = unpackEntries(cloud.places, cloud.today.packed);
    expect(entries.length).toBeGreaterThan(100_000);
    expect(entries).toHaveLength(cloud.today.packed.length);
    expect(entries).toHaveLength(cloud.now.packed.length);
    expect(entries.at(-1)?.place).toBeLessThan(2 ** cloud.bits);
    for (const { sizes, packed } of [cloud.today, cloud.now]) {
      const most = unpackLevels(packed).reduce((high, level) => Math.max(high, Math.abs(level)), 0);
      expect(most).toBeLessThanOrEqual(sizes.length);
    }
  });

  test('of both tables stand at the same places, and none is unknown', () => {
    const entries = unpack(today.packed);
    expect(entries.length).toBeGreaterThan(10_000);
    expect(unpackRow(now.packed).length - entries.length).toBeLessThan(2);
    for (const { level } of entries) expect(Math.abs(level)).toBeLessThanOrEqual(4);
  });
});

describe('how much of it is carried', () => {
  test('the phone carries no more than 160,000 bytes, and nothing of the cloud', async () => {
    const { bytes, files } = await triageBytes('phone');
    expect(bytes).toBeLessThanOrEqual(160_000);
    expect(files.filter((file) => file.includes('triage/cloud/'))).toStrictEqual([]);
  });

  test('the cloud carries no more than 2,000,000 bytes, its own table alone', async () => {
    const { bytes, files } = await triageBytes('cloud');
    expect(bytes).toBeLessThanOrEqual(2_000_000);
    expect(files.some((file) => file.endsWith('triage/cloud/weights.ts'))).toBe(true);
    expect(files.some((file) => file.endsWith('triage/weights.ts'))).toBe(false);
  });
});

describe('the training set', () => {
  const texts = trainingTexts();
  const written = texts.filter(({ category }) => !category.startsWith('template/'));

  test('has at least 9,000 messages of hand-written lines, none twice', () => {
    expect(written.length).toBeGreaterThanOrEqual(9_000);
    expect(new Set(written.map(({ text }) => text)).size).toBe(written.length);
  });

  test.each(['held-out', 'development'])('shares no message with the %s set', (folder) => {
    const place = path.join(root, 'config', 'triage', folder);
    const heldOut = readdirSync(place).flatMap((name) =>
      parseSentences(readFileSync(path.join(place, name), 'utf8')),
    );
    const trained = new Set(texts.map(({ text }) => text));
    expect(heldOut.filter(({ text }) => trained.has(text))).toStrictEqual([]);
  });
});

describe('the report', () => {
  const lines = [
    '{"text": "他要跳楼", "severity": "S3", "category": "jump"}',
    '{"text": "明天几点开家长会", "severity": 0, "category": "daily"}',
    '{"text": "明天带伞", "severity": 2, "category": "odd"}',
    '',
  ].join('\n');

  test('reads both ways of writing a level, and names the line it cannot read', () => {
    expect(parseLines(lines).map(({ level }) => level)).toStrictEqual(['S3', 'S0', 'S2']);
    expect(() => parseLines('{"text": "a", "severity": 0}\n{"text": 1}')).toThrow('Line 2');
    expect(() => parseLines('{"text": "a", "severity": 4}')).toThrow('Line 1');
  });

  test('counts, with the worst category first', () => {
    const judged = judgeAll(parseLines(lines), (text) => triage(text));
    expect(figures(judged)).toStrictEqual({ urgentRecall: 0.5, s3AsS3: 1, falseUrgent: 0 });
    expect(byCategory(judged)[0]).toStrictEqual({
      category: 'odd S2',
      texts: 1,
      wrong: 1,
      share: 1,
    });
    expect(confusion(judged).S3.S3).toBe(1);
    expect(confusion(judged).S2.S0).toBe(1);
  });
});
