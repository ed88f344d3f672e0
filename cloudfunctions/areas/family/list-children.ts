import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { readChildrenPage } from './read-children';

export const listChildren = defineAction('family.listChildren', {
  allow: signedInPeople,
  handle({ database, caller }, { cursor }) {
    return readChildrenPage(database, caller, cursor);
  },
});
