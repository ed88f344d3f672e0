import * as v from 'valibot';
import { forget, readStored, store } from '@/cloud/storage';
import { EntrySchema, type Entry, type Kind } from './entries';

const key = 'queue';
/** Where earlier versions kept the kinds apart. */
const before: Record<string, Kind> = {
  outbox: 'proxy',
  'messages-out': 'message',
  'warm-queue': 'warm',
};

const OldSchema = v.looseObject({ requestId: v.string(), writtenAt: v.optional(v.number()) });

/** A request's id begins with when it was made. */
const madeAt = (requestId: string) => parseInt(requestId.split('-')[0] ?? '', 36) || 0;

export interface Kept {
  entries: Entry[];
  /** What this version does not understand stays as it lies there. */
  unread: unknown[];
}

/** What lies on the device, what earlier versions left there among it. */
export function readKept(): Kept {
  const now = readStored(key, v.array(v.unknown())) ?? [];
  const old = Object.entries(before).flatMap(([place, of]) => readOld(place, of));
  const known = new Set(now.map(idOf));
  const fresh = old.filter((one) => !known.has(one.requestId));
  const all = [...fresh.sort((one, other) => one.writtenAt - other.writtenAt), ...now];
  const kept: Kept = { entries: [], unread: [] };
  for (const one of all) {
    const entry = v.safeParse(EntrySchema, one);
    if (entry.success) kept.entries.push(entry.output);
    else kept.unread.push(one);
  }
  if (old.length === 0) return kept;
  // Written first, then taken away: should the battery be empty in between, an id stands once.
  if (keep(kept)) for (const place of Object.keys(before)) forget(place);
  return kept;
}

function readOld(place: string, of: Kind) {
  const found = readStored(place, v.array(OldSchema)) ?? [];
  return found.map((one) => ({ writtenAt: madeAt(one.requestId), ...one, of }));
}

const idOf = (one: unknown): string | undefined => {
  const read = v.safeParse(OldSchema, one);
  return read.success ? read.output.requestId : undefined;
};

/** Answers whether it lies safely on the device. */
export function keep({ entries, unread }: Kept): boolean {
  store(key, [...entries, ...unread]);
  const there = new Set((readStored(key, v.array(v.unknown())) ?? []).map(idOf));
  return entries.every(({ requestId }) => there.has(requestId));
}
