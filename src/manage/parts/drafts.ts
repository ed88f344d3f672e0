import * as v from 'valibot';
import {
  StoredLineSchema,
  StoredServiceSchema,
  type LineFields,
  type RecordKind,
  type ServiceFields,
} from '@contract/manage';
import { IdSchema } from '@contract/shapes';
import { forget, readStored, store } from '@/cloud/storage';

/** What was typed and not saved yet lies on this phone; the directory is about no child. */
const BaseSchema = v.optional(v.object({ id: IdSchema, rev: v.number() }));
const KeptServiceSchema = v.object({ base: BaseSchema, fields: StoredServiceSchema });
const KeptLineSchema = v.object({ base: BaseSchema, fields: StoredLineSchema });

export interface Draft<Fields> {
  base?: { id: string; rev: number } | undefined;
  fields: Fields;
}

const keyOf = (kind: RecordKind, id: string | undefined) => `directory:${kind}:${id ?? 'new'}`;

export const readKeptService = (id: string | undefined) =>
  readStored(keyOf('service', id), KeptServiceSchema);
export const readKeptLine = (id: string | undefined) =>
  readStored(keyOf('line', id), KeptLineSchema);
export const keepDraft = (kind: RecordKind, id: string | undefined, draft: Draft<object>) =>
  store(keyOf(kind, id), draft);
export const dropDraft = (kind: RecordKind, id: string | undefined) => forget(keyOf(kind, id));

export const emptyService = (township: string): ServiceFields => ({
  ...{ name: '', kinds: ['counselling'], ways: ['walkIn'], hours: '', cost: '不收费' },
  ...{ township, address: '', directions: '', latitude: 0, longitude: 0, travel: {} },
  ...{ languages: ['普通话'], whatHappens: '', bring: '不用带什么' },
});

export const emptyLine: LineFields = {
  ...{ name: '', number: '', purpose: '', hours: '', urgent: false, order: 10 },
};

/** As it is sent: without blanks around, and without what was left empty. */
export function cleaned<Fields extends object>(fields: Fields): Fields {
  const entries = Object.entries(fields as Record<string, unknown>)
    .map(([key, value]): [string, unknown] => [
      key,
      typeof value === 'string' ? value.trim() : value,
    ])
    .filter(([, value]) => value !== '' && value !== undefined);
  return Object.fromEntries(entries) as Fields;
}

/** Fields that a form does not take as they are, each once. */
export function faultsOf(schema: v.GenericSchema, fields: object): string[] {
  const parsed = v.safeParse(schema, cleaned(fields));
  if (parsed.success) return [];
  return [...new Set(parsed.issues.map((issue) => v.getDotPath(issue)?.split('.')[0] ?? ''))];
}
