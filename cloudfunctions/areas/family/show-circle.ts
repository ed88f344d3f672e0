import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { children, people, type ChildDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { decrypt } from '../../platform/field-encryption';
import { maySeeAtHome, memberOf, openAtHome, openAway, viewMembers } from './circle';
import { viewChild } from './read-children';

export const showCircle = defineAction('family.showCircle', {
  allow: circleOfChild,
  async handle({ caller, database }, { childId }) {
    const { child, me } = memberOf(await database.get(children, childId), caller.openid);
    return {
      child: viewChild(child, me),
      members: viewMembers(child, me, await proxyNames(database, child)),
      away: openAway(child),
      atHome: maySeeAtHome(me) ? openAtHome(child) : undefined,
    };
  },
});

/** What the staff who act for the family are called; a second round trip only where there are any. */
async function proxyNames(
  database: Database,
  { circle }: ChildDocument,
): Promise<ReadonlyMap<string, string>> {
  const proxies = circle.filter(({ standing }) => standing === 'proxy');
  if (proxies.length === 0) return new Map();
  const found = await database.find(people, {
    where: { _id: command.in(proxies.map(({ openid }) => openid)) },
    limit: proxies.length,
  });
  return new Map(
    found.flatMap(({ _id, name }) =>
      name === undefined
        ? []
        : [[_id, decrypt({ collection: people.name, id: _id, field: 'name' }, name)] as const],
    ),
  );
}
