import { mondayOf } from '@rules/duty';
import { dayOf } from '@rules/dates';
import { dutyRoster, people } from '../../../cloudfunctions/platform/collections';
import { rosterId } from '../../../cloudfunctions/platform/duty';
import { encrypt } from '../../../cloudfunctions/platform/field-encryption';
import { county } from './documents';
import type { Scenario } from './scenario';

interface Turn {
  duty: string;
  standIn?: string;
  /** Day, hours from and to; the whole of today if nothing is said. */
  day?: string;
  from?: number;
  to?: number;
}

/** A week of the county's roster, as an administrator leaves it behind. */
export async function putOnDuty(scenario: Scenario, turns: Turn[], of = county): Promise<void> {
  const week = mondayOf(dayOf(Date.now()));
  const onDuty = (openid: string) => ({ openid, postId: `post-${openid}` });
  await scenario.database.add(dutyRoster, {
    ...{ _id: rosterId(of, week), county: of, week, rev: 1 },
    shifts: turns.map(({ duty, standIn, day = dayOf(Date.now()), from = 0, to = 24 }, number) => ({
      ...{ id: `shift-${number}`, day, from: from * 60, to: to * 60, duty: onDuty(duty) },
      ...{ standIn: standIn === undefined ? null : onDuty(standIn), swap: null },
    })),
  });
}

/** Somebody of the staff whom a call for help reaches. */
export async function withPhone(scenario: Scenario, openid: string): Promise<void> {
  const place = { collection: people.name, id: openid, field: 'phone' };
  await scenario.database.update(people, openid, { phone: encrypt(place, '13900000001') });
}
