/**
 * `npm run county -- import|export|write|check|convert`: a county as a folder (packs/README.md).
 *   check FOLDER
 *   import FOLDER --data DIR            into a local data folder
 *   write FOLDER --out DIR              one file a collection, for 数据库 → 导入 of WeChat Cloud
 *   export --data DIR --county 990101 --out FOLDER [--xlsx]
 *   invite FOLDER --data DIR --out DIR  one-time codes for the posts of posts.csv, as slips to hand over
 *   invite FOLDER --by OPENID --out DIR [--order]   the same for WeChat: invitations.json to import
 *   convert services.xlsx services.csv  the same table as another kind of file
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { collections } from '../../cloudfunctions/platform/collections';
import type { Database } from '../../cloudfunctions/platform/database';
import { sdkEnvironment, startLocalCloud } from '../../local-cloud';
import { documentsOf } from '../county/documents';
import { readPack, type Pack } from '../county/pack';
import { putOwnTexts, wordingFaults } from '../county/wording';
import { parseKeyRing, readKeyRing } from './key-ring';
import { codesIn } from './order-codes';
import { readTable, sentence, writeTable, type Columns } from '../county/sheet';
import * as sheets from '../county/sheets';
import { sentenceOf } from './options';
import { root } from './root';

const usage = `npm run county -- check FOLDER
npm run county -- import FOLDER --data DIR
npm run county -- write FOLDER --out DIR
npm run county -- export --data DIR --county 990101 --out FOLDER [--xlsx]
npm run county -- invite FOLDER --data DIR --out DIR
npm run county -- invite FOLDER --by OPENID --out DIR [--order]
npm run county -- convert services.xlsx services.csv`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      out: { type: 'string' },
      county: { type: 'string' },
      by: { type: 'string' },
      order: { type: 'boolean', default: false },
      xlsx: { type: 'boolean', default: false },
    },
  });
  const [what, from, to] = positionals;
  const { data, out, county, by, order, xlsx } = values;
  if (what === 'check' && from) {
    const { county: about, services, schools } = await goodPack(from);
    console.log(
      `${about.name} ${about.code}: ${services.length} services, ${schools.length} schools. No fault.`,
    );
  } else if (what === 'import' && from && data) {
    const pack = await goodPack(from);
    const now = Date.now();
    const done = await withDatabase(data, async (database) => {
      const { importPack } = await import('../county/import');
      return importPack(database, documentsOf(pack, now), pack, now);
    });
    for (const [name, counts] of Object.entries(done.counts)) console.log(name, counts);
    for (const id of done.kept) console.log(`kept as it was edited in the app: ${id}`);
    for (const id of done.notInPack) console.log(`not in the pack, left as it is: ${id}`);
    for (const line of done.audio) console.log(`recording not taken: ${line}`);
  } else if (what === 'write' && from && out) {
    await writeLines(from, out);
  } else if (what === 'export' && data && county && out) {
    const counts = await withDatabase(data, async (database) => {
      const { exportPack } = await import('../county/export');
      return exportPack(database, county, path.resolve(out), xlsx ? 'xlsx' : 'csv');
    });
    console.log(JSON.stringify({ exported: county, ...counts }));
  } else if (what === 'invite' && from && out && (data ?? by)) {
    await invite(await goodPack(from), { data, by, out: path.resolve(out), order });
  } else if (what === 'convert' && from && to) {
    await convert(from, to);
  } else throw new Error(usage);
}

/** Says everything that is wrong, and throws when something is. */
async function goodPack(folder: string): Promise<Pack> {
  const { pack, faults } = await readPack(path.resolve(folder));
  const all = [...faults, ...(pack ? await wordingFaults(pack.wording) : [])];
  for (const fault of all) console.error(sentence(fault));
  if (!pack || all.length > 0)
    throw new Error(`${folder}: ${all.length} faults. Nothing was done.`);
  return pack;
}

/** JSON, a document a line: what 数据库 → 导入 takes (冲突处理模式: Upsert). */
async function writeLines(folder: string, out: string): Promise<void> {
  const documents = documentsOf(await goodPack(folder), Date.now());
  mkdirSync(out, { recursive: true });
  for (const [name, list] of Object.entries<object[]>({ ...documents })) {
    const lines = list.map((document) => `${JSON.stringify(document)}\n`).join('');
    writeFileSync(path.join(out, `${name}.json`), lines);
    console.log(`${path.join(out, `${name}.json`)}  ${list.length}`);
  }
}

interface InviteOptions {
  data: string | undefined;
  by: string | undefined;
  out: string;
  order: boolean;
}

/** Codes for the posts of a pack: into a local data folder, or as a file for 数据库 → 导入. */
async function invite(pack: Pack, { data, by, out, order }: InviteOptions): Promise<void> {
  const now = Date.now();
  if (data !== undefined) process.env.XINQIAO_KEYRING = readKeyRing(path.resolve(data));
  // What is written for WeChat has to open there: the ring of its functions.
  else parseKeyRing(process.env.XINQIAO_KEYRING ?? '');
  const { invited, held, replaced } =
    data === undefined
      ? await inviteUnseen(pack, by ?? '', now)
      : await inviteInto(data, pack, now);
  await putOwnTexts(pack.wording);
  const { codesToOrder, writeSlips } = await import('../county/hand-over');
  const codes = await codesIn(path.join(out, 'codes'), codesToOrder(invited), order);
  const files = await writeSlips(invited, pack.county.name, codes, out);
  if (data === undefined) {
    const file = path.join(out, 'invitations.json');
    const lines = invited.map(({ document }) => `${JSON.stringify(document)}\n`).join('');
    writeFileSync(file, lines, { mode: 0o600 });
    files.push(file);
  }
  for (const name of held) console.log(`has this post already: ${name}`);
  if (replaced > 0) console.log(`${replaced} older codes for these posts open nothing any more`);
  for (const file of files) console.log(path.relative(process.cwd(), file));
  console.log(`${invited.length} invited. Hand each slip to its person, then destroy ${out}.`);
}

async function inviteInto(data: string, pack: Pack, now: number) {
  return withDatabase(data, async (database) => {
    const { invitePosts } = await import('../county/invite');
    return invitePosts(database, pack, now);
  });
}

/** Without the database: for every post, whoever may hold it already. */
async function inviteUnseen(pack: Pack, openid: string, now: number) {
  const { invitationsOf } = await import('../county/invite');
  return { invited: invitationsOf(pack, { openid, name: '' }, now), held: [], replaced: 0 };
}

async function withDatabase<Result>(
  dataDir: string,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const cloud = await startLocalCloud({
    port: 0,
    dataDir: path.resolve(dataDir),
    functionsDir: path.join(root, 'dist', 'no-functions'),
    collections,
    timers: false,
    warmInstances: 0,
  });
  try {
    Object.assign(process.env, sdkEnvironment(cloud.adminUrl));
    // The SDK reads its environment when it is loaded: only now.
    const platform = await import('../../cloudfunctions/platform/database');
    return await work(new platform.Database());
  } finally {
    await cloud.close();
  }
}

async function convert(from: string, to: string): Promise<void> {
  const name = path.basename(from).split('.')[0] ?? '';
  const done = await Promise.all([
    convertAs(name === 'services' && sheets.serviceColumns, from, to),
    convertAs(name === 'hotlines' && sheets.hotlineColumns, from, to),
    convertAs(name === 'schools' && sheets.schoolColumns, from, to),
    convertAs(name === 'counsellors' && sheets.counsellorColumns, from, to),
    convertAs(name === 'posts' && sheets.postColumns, from, to),
  ]);
  if (!done.some(Boolean)) throw new Error(`${from}: not a table of a county. ${usage}`);
}

async function convertAs<Row extends object>(
  columns: Columns<Row> | false,
  from: string,
  to: string,
): Promise<boolean> {
  if (!columns) return false;
  if (existsSync(to)) throw new Error(`${to} is there already.`);
  const { rows, faults } = await readTable(from, columns);
  for (const fault of faults) console.error(sentence(fault));
  if (faults.length > 0) throw new Error(`${from}: ${faults.length} faults. Nothing was written.`);
  await writeTable(
    to,
    columns,
    rows.map(({ value }) => value),
  );
  console.log(`${to}  ${rows.length}`);
  return true;
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error));
  process.exitCode = 1;
});
