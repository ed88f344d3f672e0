import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { openHeard } from '../family/heard';
import { openChild, readOwnCircles } from '../family/read-children';
import { familyOf } from './companions';

/** Only among the adults of one child, only what they have told themselves. One round trip. */
export const showOtherHalf = defineAction('guides.showOtherHalf', {
  allow: signedInPeople,
  async handle({ caller, database }, { guideId, otherHalf }) {
    const circles = await readOwnCircles(database, caller);
    return {
      children: circles.map(({ child }) => {
        const told = openHeard(child);
        const of = (id: string) => told.filter((one) => one.guideId === id);
        return {
          childId: child._id,
          nickname: openChild(child).nickname,
          others: familyOf(child).filter((adult) => adult !== caller.openid).length,
          told: of(guideId).some(({ openid }) => openid === caller.openid),
          heardBy: of(otherHalf).flatMap(({ openid, relation }) =>
            openid === caller.openid ? [] : [relation],
          ),
        };
      }),
    };
  },
});
