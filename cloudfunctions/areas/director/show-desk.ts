import { dayOf } from '@rules/dates';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { children } from '../../platform/collections';
import { command } from '../../platform/database';
import { ownTownship } from './desk';

/** The opening page of the day: numbers alone, side by side. */
export const showDesk = defineAction('director.showDesk', {
  allow: having('director'),
  async handle({ caller, database, now }, { place }) {
    const township = ownTownship(caller, place);
    const [due, unconfirmed] = await Promise.all([
      database.count(children, { township, visitDue: command.lte(dayOf(now)) }),
      database.count(children, { township, confirmed: false }),
    ]);
    const families = signedIn(caller).children.filter((child) => child.proxy);
    const inTownship = families.filter((child) => child.township === township);
    return { now, due, unconfirmed, families: inTownship.length };
  },
});
