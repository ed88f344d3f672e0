import type { Caller } from './caller';
import { people } from './collections';
import { decrypt } from './field-encryption';

/** How the caller is called; undefined for somebody who has given no name. */
export function callerName({ openid, person }: Caller): string | undefined {
  const place = { collection: people.name, id: openid, field: 'name' };
  return person?.name === undefined ? undefined : decrypt(place, person.name);
}
