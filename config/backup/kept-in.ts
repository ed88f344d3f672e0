import { existsSync } from 'node:fs';
import path from 'node:path';

/** The data folder, once it is sure that something is kept there. Throws a plain sentence. */
export function keptIn(dataDir: string): string {
  const folder = path.resolve(dataDir);
  if (!existsSync(path.join(folder, 'database.sqlite'))) {
    throw new Error(`There are no data in ${folder}.`);
  }
  return folder;
}
