import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { readCircles } from '../family/read-children';
import { viewWaits } from './waits';

/** What the caller's children wait for. It stands on the children: one round trip. */
export const listWaits = defineAction('booking.listWaits', {
  allow: signedInPeople,
  async handle({ caller, database, now }) {
    const circles = await readCircles(database, caller);
    const known = circles.map(({ child }) => child);
    return { now, waits: viewWaits(known, now) };
  },
});
