import type * as v from 'valibot';
import { account } from './account';
import { announcements } from './announcements';
import { arriving } from './arriving';
import { booking } from './booking';
import { campaign } from './campaign';
import { consent } from './consent';
import { day } from './day';
import { courses } from './courses';
import { director } from './director';
import { directory } from './directory';
import { family } from './family';
import { homeVisits } from './home-visits';
import { hours } from './hours';
import { invitation } from './invitation';
import { manage } from './manage';
import { notify } from './notify';
import { overview } from './overview';
import { push } from './push';
import { people } from './people';
import { publishing } from './publishing';
import { reading } from './reading';
import { recordings } from './recordings';
import { reports } from './reports';
import { rights } from './rights';
import { safeguardingForAll } from './safeguarding-for-all';
import { safety } from './safety';
import { school } from './school';
import { schoolDesk } from './school-desk';
import { screening } from './screening';
import { visits } from './visits';
import { waitlist } from './waitlist';
import { weekly } from './weekly';
import { warmth } from './warmth';

/** Every action of the product. Router, reference and malformed-input tests come from this list. */
export const contract = {
  ...account,
  ...consent,
  ...invitation,
  ...rights,
  ...directory,
  ...arriving,
  ...campaign,
  ...manage,
  ...family,
  ...warmth,
  ...booking,
  ...waitlist,
  ...day,
  ...visits,
  ...hours,
  ...notify,
  ...push,
  ...reading,
  ...school,
  ...schoolDesk,
  ...weekly,
  ...announcements,
  ...publishing,
  ...recordings,
  ...courses,
  ...screening,
  ...safety,
  ...safeguardingForAll,
  ...reports,
  ...overview,
  ...director,
  ...people,
  ...homeVisits,
};

export type ActionName = keyof typeof contract;
export type InputOf<Name extends ActionName> = v.InferOutput<(typeof contract)[Name]['input']>;
export type OutputOf<Name extends ActionName> = v.InferOutput<(typeof contract)[Name]['output']>;

/** Whether a text from outside names an action. */
export function isActionName(name: string): name is ActionName {
  return Object.prototype.hasOwnProperty.call(contract, name);
}

export const actionNames = Object.keys(contract).filter(isActionName);

export * from './envelope';
