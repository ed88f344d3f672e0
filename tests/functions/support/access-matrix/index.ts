import * as account from './account';
import * as booking from './booking';
import * as director from './director';
import * as directory from './directory';
import * as family from './family';
import * as guides from './guides';
import * as notify from './notify';
import * as people from './people';
import * as reach from './reach';
import * as reports from './reports';
import * as safety from './safety';
import * as school from './school';

const areas = [
  account,
  booking,
  family,
  directory,
  reach,
  people,
  director,
  notify,
  guides,
  school,
  reports,
  safety,
];

/**
 * Who may do what, to whose things. Changing a rule in the code means changing this table, in the
 * open. Rows: an action, and whose child, visit, place, post, school or invitation its input names,
 * seen from 小石头 of the first school; `none` never existed. An action that names nothing has one
 * row. Columns, in the order of support/everyone.ts:
 *
 *   families        小石头's grandmother and father; the neighbours (same school); hills (another
 *                   school); faraway (another county)
 *   staff           teacher of the first school, teacher of another school, child director of the
 *                   first township, counsellor of the first two families, counsellor of others
 *   administrators  of the first school, of the county, of another county
 *   signed out      somebody never seen
 *
 * + done   f FORBIDDEN   n NOT_FOUND   s NOT_SIGNED_IN   i INVITATION_INVALID   l LAST_ADULT
 * h HOLD_EXPIRED (the place is held by another adult of the family)
 * c CANNOT_FOLLOW (of safeguarding, but somebody else works on it)
 * t SLOT_TAKEN (the counsellor of the visit, who holds nothing, meets the family's hold)
 *
 * Whoever holds the code of an invitation may look at it and accept it: that is what it is for.
 */
export const accessTable = areas.map(({ table }) => table.trim()).join('\n');

export const codeOfLetter: Readonly<Record<string, string>> = {
  '+': 'OK',
  f: 'FORBIDDEN',
  n: 'NOT_FOUND',
  s: 'NOT_SIGNED_IN',
  i: 'INVITATION_INVALID',
  l: 'LAST_ADULT',
  h: 'HOLD_EXPIRED',
  t: 'SLOT_TAKEN',
  c: 'CANNOT_FOLLOW',
};

/** What the rules of the code are called (platform/allow), action by action. */
export const allowed: Readonly<Record<string, string>> = Object.fromEntries(
  areas.flatMap((area) => Object.entries<string>(area.allowed)),
);
