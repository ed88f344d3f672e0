import { decide, type Triage } from '../decide';
import type { Tables } from '../model';
import { tablesOf } from '../tables';
import { unpackEntries, unpackLevels } from './packed';
import { bits, now, places, today } from './weights';

let tables: Tables | undefined;

/** The cloud's table, unpacked when first asked for: a start of the function waits for nothing. */
const cloudTables = (): Tables =>
  (tables ??= tablesOf(
    bits,
    { today, now },
    unpackEntries(places, today.packed),
    unpackLevels(now.packed),
  ));

/**
 * What the cloud says of words: authoritative, alerts go by it. The same code as on the phone with a
 * larger table, which no phone carries (config/eslint/architecture.js). Everything in the cloud that
 * reads words asks here.
 */
export const triageInCloud = (text: string): Triage => decide(text, cloudTables());
