import * as v from 'valibot';
import type { AnyCollection, DocumentOf } from './collections';
import * as sdk from './sdk';

export { command, type Where } from './sdk';

/** The database as one request uses it: typed documents, and a count of its round trips. */
export class Database {
  trips = 0;

  /** One document, parsed; undefined when there is none. */
  async get<C extends AnyCollection>(from: C, id: string): Promise<DocumentOf<C> | undefined> {
    this.trips += 1;
    return parseDocument(from, await sdk.documents.get(from.name, id));
  }

  async find<C extends AnyCollection>(from: C, find: sdk.Find): Promise<DocumentOf<C>[]> {
    const found = await this.findParts(from, from.schema, find);
    return found;
  }

  /** Reads only some fields; `schema` says which shape they have. */
  async findParts<Schema extends v.GenericSchema>(
    from: AnyCollection,
    schema: Schema,
    find: sdk.Find,
  ): Promise<v.InferOutput<Schema>[]> {
    this.trips += 1;
    const found = await sdk.findMany(from.name, find);
    return found.map((document) => v.parse(schema, document));
  }

  async count(from: AnyCollection, where: sdk.Where = {}): Promise<number> {
    this.trips += 1;
    return sdk.count(from.name, where);
  }

  /** Counts what matches by the value of a field. */
  async countBy(
    from: AnyCollection,
    where: sdk.Where,
    field: string,
    how: sdk.CountBy = {},
  ): Promise<Record<string, number>> {
    this.trips += 1;
    return sdk.countBy(from.name, where, field, how);
  }

  /** Inserts; throws a duplicate error (`isDuplicate`) when the id is taken. */
  async add<C extends AnyCollection>(to: C, document: DocumentOf<C>): Promise<void> {
    this.trips += 1;
    await sdk.documents.add(to.name, document);
  }

  async addMany<C extends AnyCollection>(to: C, list: DocumentOf<C>[]): Promise<void> {
    if (list.length === 0) return;
    this.trips += 1;
    await sdk.addMany(to.name, list);
  }

  async update(to: AnyCollection, id: string, change: sdk.Fields): Promise<void> {
    this.trips += 1;
    await sdk.documents.update(to.name, id, change);
  }

  async removeWhere(from: AnyCollection, where: sdk.Where): Promise<number> {
    this.trips += 1;
    return sdk.removeWhere(from.name, where);
  }

  /** Compare and set: changes what still matches, and answers how many that were. */
  async updateWhere(to: AnyCollection, where: sdk.Where, change: sdk.Fields): Promise<number> {
    this.trips += 1;
    return sdk.updateWhere(to.name, where, change);
  }
}

/** A document in the database is input from outside as well: an older version may have written it. */
export function parseDocument<C extends AnyCollection>(
  from: C,
  document: unknown,
): DocumentOf<C> | undefined {
  return document === undefined ? undefined : v.parse(from.schema, document);
}
