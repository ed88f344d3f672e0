/** What a request is about, and what it gets. */
import { invalidParam, requestFailed } from '../errors';
import { project } from './find';
import { newId } from './ids';
import { documentOf, type StoredRow } from './rows';
import { isDocument, type Document, type Fields } from './values';

/** Which documents a request is about. */
export interface Target {
  collection: string;
  /** DOC: one document, by `_id`. */
  queryType: 'DOC' | 'WHERE';
  query: Fields;
  transactionId?: string;
}

/** A document a request has reached. */
export type Targeted = Pick<StoredRow, 'id' | 'body'>;

/** The document with an id of its own. Throws DATABASE_REQUEST_FAILED for what cannot be stored. */
export function withId(given: Fields): Document {
  const document: Fields = given._id === undefined ? { _id: newId(), ...given } : given;
  if (Object.keys(document).some((key) => key.startsWith('$')))
    throw requestFailed('a document cannot have fields that begin with $');
  if (!isDocument(document)) throw requestFailed('_id must be text or a number');
  return document;
}

/** The `_id` a query names. Throws INVALID_PARAM. */
export function idOf(query: Fields): Document['_id'] {
  if (!isDocument(query)) throw invalidParam('doc() needs an _id that is text or a number');
  return query._id;
}

/** The documents as canonical EJSON, with a projection applied. */
export function projected(targets: Targeted[], projection: Fields | undefined): string[] {
  if (!projection || Object.keys(projection).length === 0)
    return targets.map((target) => target.body);
  return project(
    targets.map((target) => documentOf(target.body)),
    projection,
  );
}
