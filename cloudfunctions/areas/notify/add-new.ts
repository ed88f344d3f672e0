import type { AnyCollection, DocumentOf } from '../../platform/collections';
import type { Database } from '../../platform/database';
import { isDuplicate } from '../../platform/errors';

/** Adds what is not there yet and answers that; one round trip unless a run before came so far. */
export async function addNew<C extends AnyCollection>(
  database: Database,
  to: C,
  documents: readonly DocumentOf<C>[],
): Promise<DocumentOf<C>[]> {
  try {
    await database.addMany(to, [...documents]);
    return [...documents];
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
  const added: DocumentOf<C>[] = [];
  for (const document of documents) {
    try {
      await database.add(to, document);
      added.push(document);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
  return added;
}
