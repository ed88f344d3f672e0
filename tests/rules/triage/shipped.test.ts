import { readFileSync } from 'node:fs';
import path from 'node:path';
import { concepts } from '@rules/triage/concepts';
import { exclusions } from '@rules/triage/exclusions';
import { pack, unpack } from '@rules/triage/packed';
import { triageBytes } from '../../../config/triage/bytes';
import { parseLines, parseSentences } from '../../../config/triage/labelled';
import { makeWeights, trainingTexts } from '../../../config/triage/make-weights';
import { byCategory, confusion, figures, judgeAll } from '../../../config/triage/report';

const root = path.resolve(__dirname, '..', '..', '..');
const weightsFile = path.join(root, 'cloudfunctions', 'rules', 'triage', 'weights.ts');

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
  test('are those that the training script makes, byte for byte', () => {
    expect(makeWeights(trainingTexts())).toBe(readFileSync(weightsFile, 'utf8'));
  });

  test('survive packing, rounded to the step', () => {
    const weights = [0, 0.5, 0, -0.25, ...Array<number>(300).fill(0), 99, 0.01];
    const unpacked = unpack(pack(weights, 0.25), 0.25);
    expect(unpacked).toStrictEqual({ 1: 0.5, 3: -0.25, 304: 45 * 0.25 });
  });
});

test('the phone carries no more than 95,000 bytes of it', async () => {
  expect(await triageBytes()).toBeLessThanOrEqual(95_000);
});

describe('the training set', () => {
  const texts = trainingTexts();
  const written = texts.filter(({ category }) => !category.startsWith('template/'));

  test('has at least 1,500 hand-written messages, none twice', () => {
    expect(written.length).toBeGreaterThanOrEqual(1_500);
    expect(new Set(written.map(({ text }) => text)).size).toBe(written.length);
  });

  test('shares no message with the held-out set', () => {
    const file = path.join(root, 'config', 'triage', 'held-out', 'messages.txt');
    const heldOut = parseSentences(readFileSync(file, 'utf8'));
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
    const judged = judgeAll(parseLines(lines));
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
