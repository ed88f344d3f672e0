import { limits } from '@contract/limits';
import { mayAdminister, placeOfPost, type PlaceOfPost } from '@rules/posts';
import { countyOf } from '@rules/reach';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { counsellors, invitations, people, schools } from '../../platform/collections';
import type { Database } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { decrypt } from '../../platform/field-encryption';
import { newCode, newInvitation } from '../../platform/invitations';

/** Where the post would be. @throws ActionError NOT_FOUND for a school or counsellor that is not there, or a closed school. */
async function placeOf(database: Database, wanted: PlaceOfPost, own: string) {
  const { schoolId, township, counsellorId } = wanted;
  const school = schoolId ? await database.get(schools, schoolId) : undefined;
  const counsellor = counsellorId ? await database.get(counsellors, counsellorId) : undefined;
  if (school?.closedAt !== undefined) throw new ActionError('NOT_FOUND');
  if ((schoolId && !school) || (counsellorId && !counsellor)) throw new ActionError('NOT_FOUND');
  const counties = [school?.county, counsellor?.county, township && countyOf(township)];
  const county = counties.find(Boolean) ?? own;
  // A post lies in one county, whatever it is put together from.
  if (counties.some((one) => one && one !== county)) throw new ActionError('NOT_FOUND');
  return { county, schoolName: school?.name };
}

/** Administrators of the county invite everybody, those of a school its teachers. */
export const invite = defineAction('account.invite', {
  allow: having('admin'),
  mostPerHour: 60,
  async handle({ caller, database, now, once }, { name, role, ...rest }) {
    const person = signedIn(caller);
    const own = person.posts.find(({ role }) => role === 'admin')?.county ?? '';
    const wanted = placeOfPost(role, rest);
    const { county, schoolName } = await placeOf(database, wanted, own);
    // The same answer whether it is elsewhere or nowhere.
    if (!mayAdminister(person.posts, { ...wanted, role, county }))
      throw new ActionError('NOT_FOUND');
    const inviter =
      person.name &&
      decrypt({ collection: people.name, id: caller.openid, field: 'name' }, person.name);
    return once(async (transaction) => {
      const code = newCode();
      const invitation = newInvitation(code, {
        by: caller.openid,
        now,
        hours: limits.postInvitationDays * 24,
        to: { kind: 'post', role, ...wanted, county, schoolName },
        names: { invited: name, inviter: inviter ?? '' },
      });
      await transaction.add(invitations, invitation);
      return { code, expiresAt: invitation.expiresAt };
    });
  },
});
