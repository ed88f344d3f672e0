import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { readChildren } from './read-children';

export const listChildren = defineAction('family.listChildren', {
  allow: signedInPeople,
  async handle({ database, caller }) {
    return { children: await readChildren(database, caller) };
  },
});
