import type { PrioritySettings } from '@contract/waitlist';
import { defaultPriority } from '@rules/priority';
import { settings } from '../../platform/collections';
import type { Database } from '../../platform/database';
import type { Transaction } from '../../platform/transaction';

/** The numbers of the rule in a county: its own, or those everybody begins with. One round trip. */
export async function readPriority(
  source: Database | Transaction,
  county: string,
): Promise<PrioritySettings> {
  const document = await source.get(settings, county);
  return document?.priority ?? defaultPriority;
}
