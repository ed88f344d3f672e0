import { createHash, timingSafeEqual } from 'node:crypto';
import { defineAction } from '../../platform/action';
import { anyone } from '../../platform/allow';
import { people, posts, system } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { viewPerson } from './person-view';
import { postFields } from './post-fields';
import { newPost, withPost } from './staff';

const claim = 'claim';

/** Compares in constant time, whatever the lengths. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/**
 * The operator puts XINQIAO_SETUP_CODE and XINQIAO_COUNTY into the functions' environment; whoever
 * has the code becomes the first administrator, once. Wrong, used and not set all look the same.
 */
export const claimSystem = defineAction('account.claimSystem', {
  allow: anyone,
  mostPerHour: 5,
  async handle({ caller, database, now, random, newId }, { code, name }) {
    const expected = process.env.XINQIAO_SETUP_CODE ?? '';
    const county = process.env.XINQIAO_COUNTY ?? '';
    const right = same(code, expected) && expected.length >= 12 && /^\d{6}$/.test(county);
    if (!right) throw new ActionError('INVITATION_INVALID');
    const person = await inTransaction(database, random, async (transaction) => {
      const claimed = await transaction.get(system, claim);
      const before = await transaction.get(people, caller.openid);
      // The same tap, arriving twice, finds its own work.
      if (claimed?.by === caller.openid && before) return before;
      if (claimed) throw new ActionError('INVITATION_INVALID');
      const post = { role: 'admin', county } as const;
      const holder = { openid: caller.openid, name, since: now };
      const { document, entry } = newPost(newId('p'), post, holder);
      const after = withPost(before, caller.openid, entry, { name, now });
      await transaction.add(system, { _id: claim, by: caller.openid, at: now });
      await transaction.add(posts, document);
      if (before) {
        await transaction.update(people, caller.openid, postFields(after));
      } else await transaction.add(people, after);
      return after;
    });
    return viewPerson({ ...caller, person });
  },
});
