import type { PersonDocument } from '../../platform/collections';
import { command } from '../../platform/database';

/** What of an account a post changes that begins or ends, for an update. */
export function postFields(person: PersonDocument) {
  const { posts: held, roles, role, name, township } = person;
  return {
    posts: command.set(held),
    children: command.set(person.children),
    roles,
    role,
    name,
    township,
  };
}
