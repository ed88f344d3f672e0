import { care } from './care';
import type { Migration } from './migration';
import { revisions } from './revisions';

/** Every migration there has ever been, oldest first. One that has run anywhere is never changed. */
export const allMigrations: readonly Migration[] = [...revisions, ...care];

export { migrate } from './migrate';
export type { Migration } from './migration';
