import type { Relation, Standing } from '@contract/enums';
import type { ChildDocument, PersonDocument } from '../../platform/collections';

/** The entry in an adult's own list of children. */
export function entryOf(
  child: ChildDocument,
  { relation, standing }: { relation: Relation; standing: Standing },
) {
  const { _id: id, township, schoolId, className } = child;
  return {
    id,
    relation,
    township,
    ...(schoolId === undefined ? {} : { schoolId }),
    ...(className === undefined ? {} : { className }),
    ...(standing === 'proxy' ? { proxy: true as const } : {}),
  };
}

/** How many children a person has of their own; those they act for as a proxy are counted apart. */
export function ownChildren(person: PersonDocument): number {
  return person.children.filter(({ proxy }) => !proxy).length;
}
