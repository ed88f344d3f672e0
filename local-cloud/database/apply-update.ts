/** Applies `{$set: …}` and its kin to a document. */
import { update as mingoUpdate } from 'mingo';
import { requestFailed, textOf } from '../errors';
import { withPatterns } from './patterns';
import { documentOf } from './rows';
import { checkAgainst } from './strict-target';
import { isDocument, isFields, type Document, type Fields, type Value } from './values';

/** The changed document; the stored text is parsed anew, so nothing of the old one is touched. Throws DATABASE_REQUEST_FAILED. */
export function applyUpdate(body: string, update: Fields): Document {
  const document = documentOf(body);
  checkAgainst(document, update);
  try {
    const { $pull: pulled, ...rest } = update;
    const ready = pulled === undefined ? rest : { ...update, $pull: withPatterns(pulled) };
    mingoUpdate(document, ready, [], {}, { cloneMode: 'deep' });
  } catch (thrown) {
    throw requestFailed(`bad update: ${textOf(thrown)}`);
  }
  fillHoles(document);
  return document;
}

/** MongoDB pads a list with null when an update names a place past its end; mingo leaves holes. */
function fillHoles(value: Value): void {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] ??= null;
    value.forEach(fillHoles);
  } else if (isFields(value)) Object.values(value).forEach(fillHoles);
}

/** The whole new document of `doc().set()`: the given fields under the given `_id`. */
export function replaceWith(id: Document['_id'], fields: Fields): Document {
  if (Object.keys(fields).some((key) => key.startsWith('$')))
    throw requestFailed('a document cannot have fields that begin with $');
  const document: Fields = { _id: id, ...fields };
  if (document._id !== id || !isDocument(document))
    throw requestFailed("the immutable field '_id' cannot be altered");
  return document;
}
