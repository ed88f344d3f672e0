import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { readCirclesPage, viewChild } from './read-children';

export const listChildren = defineAction('family.listChildren', {
  allow: signedInPeople,
  async handle({ database, caller }, { cursor }) {
    const { circles, next } = await readCirclesPage(database, caller, cursor);
    return { children: circles.map(({ child, me }) => viewChild(child, me)), next };
  },
});
