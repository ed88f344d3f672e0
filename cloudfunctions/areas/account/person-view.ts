import type { Person } from '@contract/account';
import type { Caller } from '../../platform/caller';
import { people } from '../../platform/collections';
import { decrypt } from '../../platform/field-encryption';
import { voiceFolder } from '../../platform/voice-folder';

/** What a person is shown of their own account. */
export function viewPerson(caller: Caller): Person {
  const { openid, person } = caller;
  if (!person) return { signedIn: false, roles: [] };
  const place = (field: string) => ({ collection: people.name, id: openid, field });
  return {
    signedIn: true,
    roles: person.roles,
    role: person.role,
    name: person.name && decrypt(place('name'), person.name),
    posts: person.posts.map(({ role, county, schoolId, township, classes, signs }) => ({
      ...{ role, county, schoolId, township, classes, signs },
    })),
    size: person.size,
    township: person.township,
    phoneEnding: person.phone && decrypt(place('phone'), person.phone).slice(-4),
    voiceFolder: voiceFolder(openid),
    unread: person.unread,
    deleteAt: person.deleteAt ?? undefined,
  };
}
