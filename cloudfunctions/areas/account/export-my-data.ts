import type { Worry } from '@contract/enums';
import { limits } from '@contract/limits';
import type { Wait } from '@contract/wait';
import { usualQuiet } from '@rules/push-turns';
import { defineAction } from '../../platform/action';
import { childEntry, signedInPeople } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import {
  children,
  consentRecords,
  people,
  subscriptions,
  type ChildDocument,
} from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { decrypt } from '../../platform/field-encryption';
import { findAppointments, firstPage } from '../booking/appointments';
import { saidOf, viewWaits } from '../booking/waits';
import { memberOf } from '../family/circle';
import { readTimeline } from '../family/list-timeline';
import { readCirclesPage, viewChild } from '../family/read-children';
import { readInbox } from '../notify/list-inbox';
import { exportHomeVisits } from './export-home-visits';
import { exportScreenings } from './export-screenings';
import { viewPerson } from './person-view';

/** A copy of everything (PIPL 45), a part at a time, so that no answer grows too large. */
export const exportMyData = defineAction('account.exportMyData', {
  allow: signedInPeople,
  mostPerHour: 200,
  async handle({ caller, database, now }, input) {
    const person = signedIn(caller);
    if (input.part === 'visits') {
      const found = await findAppointments(database, caller, {
        when: 'all',
        now,
        before: input.before,
      });
      const page = firstPage(found);
      const next = found.length > page.length ? page.at(-1)?.start : undefined;
      return { part: 'visits' as const, appointments: page, next };
    }
    if (input.part === 'notices') {
      const question = { before: input.before, unread: 0 };
      return { part: input.part, ...(await readInbox(database, caller.openid, question)) };
    }
    if (input.part === 'timeline') {
      const { childId, before } = input;
      if (!childEntry(caller, childId)) throw new ActionError('NOT_FOUND');
      const { me } = memberOf(await database.get(children, childId), caller.openid);
      // What parent and child tell each other is not for whoever acts for the family.
      if (me.standing === 'proxy') return { part: input.part, entries: [] };
      const question = { childId, before, openid: caller.openid };
      return { part: input.part, ...(await readTimeline(database, question)) };
    }
    if (input.part === 'decisions') {
      const { childId } = input;
      // The same answer whether the child is somebody else's or nobody's.
      if (!childEntry(caller, childId)) throw new ActionError('NOT_FOUND');
      memberOf(await database.get(children, childId), caller.openid);
      const found = await database.find(consentRecords, {
        where: { childId },
        order: [['at', 'desc']],
        limit: limits.pageSize * 5,
      });
      const decisions = found.flatMap(({ decisions: list, relation: by, at }) =>
        list.map((decision) => ({ childId, ...decision, by, at })),
      );
      return { part: 'decisions' as const, decisions };
    }
    if (input.part === 'screenings') {
      if (!childEntry(caller, input.childId)) throw new ActionError('NOT_FOUND');
      const { me } = memberOf(await database.get(children, input.childId), caller.openid);
      return { part: input.part, screenings: await exportScreenings(database, me, input.childId) };
    }
    if (input.part === 'homeVisits') {
      const { childId, before } = input;
      if (!childEntry(caller, childId)) throw new ActionError('NOT_FOUND');
      const { me } = memberOf(await database.get(children, childId), caller.openid);
      return { part: input.part, ...(await exportHomeVisits(database, me, childId, before)) };
    }
    if (input.part === 'children') {
      const { circles, next } = await readCirclesPage(database, caller, input.cursor);
      const known = circles.map(({ child }) => child);
      return {
        part: 'children' as const,
        children: circles.map(({ child, me }) => viewChild(child, me)),
        waits: viewWaits(known, now).map((wait) => ({ ...wait, worries: worriesOf(known, wait) })),
        next,
      };
    }
    const ledger = await database.get(subscriptions, caller.openid);
    const place = { collection: people.name, id: caller.openid, field: 'phone' };
    return {
      part: 'me' as const,
      now,
      person: viewPerson(caller),
      phone: person.phone && decrypt(place, person.phone),
      since: person.createdAt,
      told: {
        stock: ledger?.stock ?? {},
        asked: ledger?.asked ?? {},
        quiet: ledger?.quiet ?? usualQuiet,
      },
    };
  },
});

function worriesOf(known: readonly ChildDocument[], { id, childId }: Wait): Worry[] {
  const child = known.find(({ _id }) => _id === childId);
  return child ? saidOf(child, id).worries : [];
}
