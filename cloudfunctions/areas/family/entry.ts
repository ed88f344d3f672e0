import type { Relation } from '@contract/enums';
import type { ChildDocument } from '../../platform/collections';

/** The entry in an adult's own list of children. */
export function entryOf(child: ChildDocument, relation: Relation) {
  const { _id: id, township, schoolId } = child;
  return { id, relation, township, ...(schoolId === undefined ? {} : { schoolId }) };
}
