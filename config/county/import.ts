import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import {
  counsellors,
  guideAudio,
  hotlines,
  regions,
  schools,
  services,
  settings,
  type AnyCollection,
  type DocumentOf,
} from '../../cloudfunctions/platform/collections';
import { command, type Database } from '../../cloudfunctions/platform/database';
import { readGuide } from '../../cloudfunctions/platform/read-guide';
import { storeFile } from '../../cloudfunctions/platform/sdk';
import { mp3Seconds, soundFormat } from '../../cloudfunctions/platform/sound-file';
import { digestOf } from '../../cloudfunctions/rules/spoken-text';
import type { PackDocuments } from './documents';
import type { Audio, Pack } from './pack';

export interface Imported {
  /** By collection: how many were added, changed, and were as they should be. */
  counts: Record<string, { added: number; changed: number; same: number }>;
  /** Entries that somebody has edited in the app: left as they are. */
  kept: string[];
  /** Entries of the county that the pack does not name: left as they are. */
  notInPack: string[];
  /** Recordings that could not be taken, and why. */
  audio: string[];
}

const IdOnlySchema = v.object({ _id: v.string() });

/** Fields that belong to the app once a document is there. */
const ownOfTheApp: Record<string, readonly string[]> = {
  [services.name]: ['rev', 'schoolId', 'closedOn'],
  [hotlines.name]: ['rev', 'closedOn'],
  [counsellors.name]: ['hours', 'rev', 'unsettled'],
  [settings.name]: ['changedAt', 'changedBy'],
};

/**
 * Brings a county's documents to what the pack says. Doing it twice changes nothing; what was edited
 * in the app is kept, and nothing is removed.
 */
export async function importPack(
  database: Database,
  documents: PackDocuments,
  pack: Pick<Pack, 'county' | 'audio'>,
  now: number,
): Promise<Imported> {
  const done: Imported = { counts: {}, kept: [], notInPack: [], audio: [] };
  const put = async <C extends AnyCollection>(to: C, list: DocumentOf<C>[]) => {
    const counts = { added: 0, changed: 0, same: 0 };
    for (const document of list) counts[await putOne(database, to, document, done)] += 1;
    done.counts[to.name] = counts;
  };
  await put(schools, documents.schools);
  await put(services, documents.services);
  await put(hotlines, documents.hotlines);
  await put(counsellors, documents.counsellors);
  await put(settings, documents.settings);
  // Last: with them the county can be chosen.
  await put(regions, documents.regions);
  done.notInPack = await others(database, documents, pack.county.code);
  done.audio = await importAudio(database, pack, now);
  return done;
}

/** Kept as they are once somebody has edited them in the app. */
const editedInApp: readonly AnyCollection[] = [services, hotlines];

/** Somebody has called since the spreadsheet was written. */
function checkedSince(there: Record<string, unknown>, wanted: Record<string, unknown>): boolean {
  return (
    typeof there.verifiedAt === 'number' &&
    typeof wanted.verifiedAt === 'number' &&
    there.verifiedAt > wanted.verifiedAt
  );
}

async function putOne<C extends AnyCollection>(
  database: Database,
  to: C,
  document: DocumentOf<C>,
  done: Imported,
): Promise<'added' | 'changed' | 'same'> {
  const { _id, ...wanted } = document;
  const there: Record<string, unknown> | undefined = await database.get(to, _id);
  if (!there) {
    await database.add(to, document);
    return 'added';
  }
  const own = [
    ...(ownOfTheApp[to.name] ?? ['rev']),
    ...(checkedSince(there, wanted) ? ['verifiedAt'] : []),
  ];
  const fields = Object.entries(wanted).filter(([name]) => !own.includes(name));
  const gone = Object.keys(there).filter(
    (name) => name !== '_id' && !own.includes(name) && !(name in wanted),
  );
  const differs = fields.some(([name, value]) => !isDeepStrictEqual(there[name], value));
  if (!differs && gone.length === 0) return 'same';
  if (editedInApp.includes(to) && typeof there.rev === 'number' && there.rev > 0) {
    done.kept.push(`${to.name}/${_id}`);
    return 'same';
  }
  await database.update(to, _id, {
    // Whole, and not merged into what is there.
    ...Object.fromEntries(fields.map(([name, value]) => [name, command.set(value)])),
    ...Object.fromEntries(gone.map((name) => [name, command.remove()])),
  });
  return 'changed';
}

async function others(
  database: Database,
  documents: PackDocuments,
  county: string,
): Promise<string[]> {
  const listed = new Set(
    [...documents.services, ...documents.schools, ...documents.counsellors].map(({ _id }) => _id),
  );
  const lists: AnyCollection[] = [services, schools, counsellors];
  const found = await Promise.all(
    lists.map(async (from) => {
      const list = await database.findParts(from, IdOnlySchema, {
        where: { county },
        order: [['_id', 'asc']],
        limit: 1000,
        fields: { _id: true },
      });
      return list.filter(({ _id }) => !listed.has(_id)).map(({ _id }) => `${from.name}/${_id}`);
    }),
  );
  return found.flat();
}

/** Recordings arrive as drafts: somebody of the county hears each over before families do. */
async function importAudio(
  database: Database,
  { county, audio }: Pick<Pack, 'county' | 'audio'>,
  now: number,
): Promise<string[]> {
  const refused: string[] = [];
  const groups = new Map<string, Audio[]>();
  for (const one of audio) {
    const key = `${one.guideId}_${one.version}_${county.code}_${one.language}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const [_id, list] of groups) {
    const [first] = list;
    if (!first || (await database.get(guideAudio, _id))) continue;
    const { guideId, version, language } = first;
    const guide = await readGuide(database, guideId, now).catch(() => undefined);
    if (guide?.version !== version) {
      refused.push(
        `${_id}: families are shown ${guide ? `version ${guide.version}` : 'no such guide'}`,
      );
      continue;
    }
    const blocks: DocumentOf<typeof guideAudio>['blocks'] = [];
    for (const { file, block } of [...list].sort((a, b) => a.block - b.block)) {
      const text = guide.blocks[block];
      const sound = readFileSync(file);
      const seconds = mp3Seconds(sound);
      if (!text || soundFormat(sound) !== 'mp3' || seconds === undefined) {
        refused.push(`${_id}: block ${block} is no sound of this guide`);
        continue;
      }
      const id = createHash('sha256').update(sound).digest('hex').slice(0, 20);
      const fileId = await storeFile(`guide-audio/${_id}/${block}-${id}.mp3`, sound);
      const digest = digestOf(text);
      blocks.push({ id, block, seconds: Math.round(seconds), bytes: sound.length, digest, fileId });
    }
    if (blocks.length === 0) continue;
    await database.add(guideAudio, {
      ...{ _id, guideId, version, language, county: county.code, blocks },
      ...{ state: 'draft', by: 'county-pack', approvedBy: null, rev: 1, createdAt: now },
    });
  }
  return refused;
}
