import type { AnyCollection } from '../collections';
import type { Fields, Where } from '../sdk';

/**
 * A change to documents that were stored by earlier code. While it goes on, old and new documents
 * stand side by side, and instances of the old code still write: so code reads both until the ledger
 * says that it is finished, and the collection's schema stays as wide.
 */
export interface Migration {
  /** Day and what it does; it sorts by when it was written, and never changes. */
  id: string;
  collection: AnyCollection;
  /** Fields that `change` looks at, besides the id. */
  reads: readonly string[];
  /**
   * What is to change of a document, and which of its fields must still be as they were read: what a
   * request writes meanwhile is left to the next pass. Undefined: it is as it should be.
   */
  change: (document: Fields) => { set: Fields; unless: Where } | undefined;
}
