import { unpack, unpackRow } from './packed';
import { tablesOf } from './tables';
import { bits, now, today } from './weights';

/** What the phone carries: as many weights as its main package bears. */
export const tables = tablesOf(bits, { today, now }, unpack(today.packed), unpackRow(now.packed));
