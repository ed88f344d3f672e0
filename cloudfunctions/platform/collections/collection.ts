import type * as v from 'valibot';

export interface Index {
  name: string;
  fields: [path: string, direction: 1 | -1][];
  unique?: boolean;
}

/** One collection: what a document looks like and which indexes its queries are served by. */
export interface Collection<Schema extends v.GenericSchema<unknown, { _id: string }>> {
  name: string;
  schema: Schema;
  indexes: Index[];
  /** Top-level fields that hold encrypted values: what a change of keys goes over. */
  encrypted?: readonly string[];
}

export function defineCollection<Schema extends v.GenericSchema<unknown, { _id: string }>>(
  collection: Collection<Schema>,
): Collection<Schema> {
  return collection;
}

export type AnyCollection = Collection<v.GenericSchema<unknown, { _id: string }>>;
export type DocumentOf<C extends AnyCollection> = v.InferOutput<C['schema']>;
