import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { awaySpans, worries } from '@contract/enums';
import { buildFunctions } from '../../config/build-functions';
import { counsellorDocuments } from '../../demo/county/counsellors';
import { schoolDocuments } from '../../demo/county/schools';
import { serviceDocuments } from '../../demo/county/services';
import { everybody } from '../../demo/families/all';
import { guideDocuments } from '../../demo/guides';
import { mulberry32 } from '../../demo/random';
import { amounts } from '../../demo/size';
import { notes } from '../../demo/visits/take-place';
import { captureLog } from '../functions/support/log';
import { startTestCloud } from '../functions/support/test-cloud';
import { walkTheCounty, type Said } from './support/county-journeys';
import { filesBelow, formsOf } from './support/search';

export const about =
  'Searches the raw database files and logs of a lived-in county for plain text.';

/** Public by design, and why; everything else that was said is searched for. */
const leftOut = {
  'names of counsellors': 'stand on every free time, so that a family knows whom it would meet',
  'names of schools and services, their telephone numbers': 'the directory, open to everybody',
  'names that happen to stand in a guide, or under one':
    'guides and signatures are open to everybody',
  'who is away ("both", "mother", "father")': 'the same words are relations in the circle',
  'the recordings themselves': 'sound in cloud storage, reachable by a checked, short-lived link',
};

interface Haystack {
  name: string;
  bytes: Buffer;
}

export async function run(): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-privacy-'));
  const captured = captureLog();
  const lines: string[] = [];
  try {
    const functionsDir = path.join(folder, 'functions');
    const dataDir = path.join(folder, 'data');
    await buildFunctions({ outDir: functionsDir });
    const log = (line: Record<string, unknown>) => void lines.push(JSON.stringify(line));
    const test = await startTestCloud({ dataDir, functionsDir, log });
    const now = Date.now();
    const { seedDemo } = await import('../../demo/seed');
    await seedDemo({ now, size: 'full', random: mulberry32(1) });
    const said = await walkTheCounty(test);
    await test.cloud.runTimer('minute');
    // While it runs, so that what is only in the -wal is seen, and once more when it is closed.
    const running = [...filesBelow(dataDir)];
    await test.close();
    const files = [...running, ...filesBelow(dataDir)];
    const haystacks: Haystack[] = files
      .filter(([name]) => !name.startsWith('files'))
      .map(([name, bytes]) => ({ name, bytes }));
    haystacks.push({ name: 'log', bytes: Buffer.from([...captured.lines, ...lines].join('\n')) });
    return report(haystacks, secretsOf(said, now));
  } finally {
    captured.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that was seeded or said and is nobody else's to read. */
function secretsOf(said: Said, now: number): Map<string, string[]> {
  const county = everybody(fullSchools(), amounts.full.families, now, mulberry32(1));
  const openly = JSON.stringify([
    ...[schoolDocuments, serviceDocuments(now), counsellorDocuments],
    guideDocuments(now),
  ]);
  const hidden = (list: (string | undefined)[]) =>
    [...new Set(list)].filter((one): one is string => Boolean(one) && !openly.includes(one ?? ''));
  const births = county.children.map(
    ({ birthYear, birthMonth }) => `${birthYear}-${String(birthMonth).padStart(2, '0')}`,
  );
  return new Map([
    ['nicknames', hidden([...county.children.map(({ nickname }) => nickname), ...said.nicknames])],
    ['staff names', hidden([...county.people.map(({ name }) => name), ...said.names])],
    ['telephone numbers', hidden([...county.people.map(({ phone }) => phone), ...said.phones])],
    ['births', hidden([...births, ...said.births])],
    // As a document would hold them: the same words stand in the open as what a counsellor knows about.
    ['worries', worries.map((one) => `"worries":["${one}"`)],
    ['away', ['nobody', ...awaySpans].map((one) => JSON.stringify(one))],
    ['notes of visits', notes],
    ['codes of invitations', said.codes],
  ]);
}

function fullSchools() {
  return [...schoolDocuments];
}

function report(haystacks: Haystack[], secrets: Map<string, string[]>): boolean {
  const hits: string[] = [];
  let forms = 0;
  for (const [kind, list] of secrets) {
    for (const secret of list) {
      for (const { form, bytes } of formsOf(secret)) {
        forms += 1;
        for (const haystack of haystacks) {
          if (haystack.bytes.includes(bytes))
            hits.push(`${kind}: ${form} in ${haystack.name}: ${around(haystack.bytes, bytes)}`);
        }
      }
    }
  }
  // That the search would find something: these stand there in the open.
  const control = ['demo-grandma', '柳溪镇中心小学'].every((text) =>
    haystacks.some(({ bytes }) => bytes.includes(text)),
  );
  const searched = [...secrets.values()].flat().length;
  for (const [what, why] of Object.entries(leftOut)) console.log(`left out: ${what}: ${why}`);
  for (const hit of [...new Set(hits)].slice(0, 20)) console.log(`FOUND ${hit}`);
  console.log(
    JSON.stringify({
      bench: 'privacy',
      searched,
      forms,
      plaintext: hits.length,
      files: haystacks.length,
      bytes: haystacks.reduce((sum, { bytes }) => sum + bytes.length, 0),
      control,
      kinds: Object.fromEntries([...secrets].map(([kind, list]) => [kind, list.length])),
    }),
  );
  return hits.length === 0 && control;
}

/** What stands around a find: the county is fictional, so it may be shown. */
function around(bytes: Buffer, found: Buffer): string {
  const at = bytes.indexOf(found);
  const text = bytes.subarray(Math.max(0, at - 20), at + found.length + 20).toString('utf8');
  return JSON.stringify(text);
}
