import type { Alert } from '@contract/safety';
import { people, type ChildDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { decrypt } from '../../platform/field-encryption';
import { openAtHome } from '../family/circle';

/** Whom to call: the child's home, and the adults of the circle as it is now. One round trip. */
export async function phonesOf(
  database: Database,
  child: ChildDocument | undefined,
): Promise<Alert['phones']> {
  if (!child) return { adults: [] };
  const openids = child.circle.map(({ openid }) => openid);
  const found =
    openids.length === 0
      ? []
      : await database.find(people, {
          where: { _id: command.in(openids) },
          limit: openids.length,
        });
  const phoneOf = (openid: string) => {
    const phone = found.find(({ _id }) => _id === openid)?.phone;
    return phone && decrypt({ collection: people.name, id: openid, field: 'phone' }, phone);
  };
  return {
    home: openAtHome(child)?.phone,
    adults: child.circle.map(({ openid, relation, standing }) => ({
      relation,
      guardian: standing === 'guardian',
      phone: phoneOf(openid),
    })),
  };
}
