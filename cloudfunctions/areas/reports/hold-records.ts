import { countyOf } from '@rules/reach';
import { defineAction } from '../../platform/action';
import { countyAdministrators } from '../../platform/allow';
import { countyAdministered } from '../../platform/caller';
import { children, legalHolds, people, type PersonDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { blindIndex } from '../../platform/field-encryption';
import { ownChildrenOf, sealHold, sealHoldName } from '../../platform/legal-holds';
import { callerName } from '../../platform/caller-name';

/** People who gave the same telephone number: a household. */
const samePhone = 20;

/**
 * By the number that stands in the authority's letter: an administrator has no list of families to
 * pick from, and gets none here. Rarely done, so that nobody tries numbers one after the other.
 */
export const holdRecords = defineAction('reports.holdRecords', {
  allow: countyAdministrators,
  mostPerHour: 10,
  async handle({ caller, database, newId, now, once }, { phone, reason, reference }) {
    const county = countyAdministered(caller) ?? '';
    const person = await personWith(database, phone, county);
    if (!person || person._id === caller.openid) throw new ActionError('NOT_FOUND');
    const childIds = ownChildrenOf(person.children);
    const circles =
      childIds.length === 0
        ? []
        : await database.find(children, { where: { _id: command.in(childIds) } });
    const adults = circles.flatMap(({ circle }) => circle.map(({ openid }) => openid));
    if (adults.includes(caller.openid)) throw new ActionError('NOT_FOUND');
    const id = newId('hold');
    return once(async (transaction) => {
      await transaction.add(legalHolds, {
        ...{ _id: id, county, active: true, about: person._id, childIds },
        keptFrom: [...new Set([person._id, ...adults])],
        details: sealHold(id, { reason, reference, phoneEnding: phone.slice(-4) }),
        ...{ setBy: caller.openid, setName: sealHoldName(id, 'setName', callerName(caller)) },
        ...{ setAt: now, liftedBy: null, liftedName: null, liftedAt: null },
      });
      return { id };
    });
  },
});

/** Of this county, by where they live or whose children they have. */
async function personWith(
  database: Database,
  phone: string,
  county: string,
): Promise<PersonDocument | undefined> {
  const found = await database.find(people, {
    where: { phoneIndex: blindIndex('phone', phone) },
    limit: samePhone,
  });
  return found.find(
    ({ township, posts }) =>
      (township !== undefined && countyOf(township) === county) ||
      posts.some((post) => post.county === county),
  );
}
