import type { Database } from '../../platform/database';
import { publishWhenDue } from './publish-version';

/** What the job does when a time of the guides' desk has come. */
export const guideDueHandlers = (database: Database, now: number, random: () => number) => ({
  guidePublish: (ref: string) => publishWhenDue({ database, now, random }, ref),
});
