import { defineAction } from '../../platform/action';
import { circleOfChild } from '../../platform/allow';
import { children } from '../../platform/collections';
import { memberOf, openAway, viewMembers } from './circle';
import { viewChild } from './read-children';

export const showCircle = defineAction('family.showCircle', {
  allow: circleOfChild,
  async handle({ caller, database }, { childId }) {
    const { child, me } = memberOf(await database.get(children, childId), caller.openid);
    return {
      child: viewChild(child, me),
      members: viewMembers(child, me),
      away: openAway(child),
    };
  },
});
