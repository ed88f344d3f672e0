import { people, type PersonDocument } from './collections';
import type { Database } from './database';
import { ActionError } from './errors';

/** Who calls, as WeChat vouches for it, and what we know of them. */
export interface Caller {
  openid: string;
  /** Absent until they have signed in. */
  person: PersonDocument | undefined;
}

/** One read. Identity comes from WeChat's context alone, never from the input. */
export async function loadCaller(database: Database, openid: string): Promise<Caller> {
  return { openid, person: await database.get(people, openid) };
}

/** @throws ActionError NOT_SIGNED_IN for a stranger. */
export function signedIn(caller: Caller): PersonDocument {
  if (!caller.person) throw new ActionError('NOT_SIGNED_IN');
  return caller.person;
}

/** Whose week and visits the caller's account shows; undefined for whoever is no counsellor. */
export function counsellorOf({ person }: Caller): string | undefined {
  return person?.posts.find(({ role }) => role === 'counsellor')?.counsellorId;
}

/** The county that the caller administers; undefined for whoever does not, or only a school. */
export function countyAdministered({ person }: Caller): string | undefined {
  return person?.posts.find(({ role, schoolId }) => role === 'admin' && schoolId === undefined)
    ?.county;
}
