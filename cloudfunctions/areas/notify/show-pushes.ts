import * as v from 'valibot';
import { limits } from '@contract/limits';
import { pushTemplates, type PushTemplate } from '@contract/push';
import { livingStates } from '@rules/appointment-states';
import { dayMs, hourMs } from '@rules/dates';
import { usualQuiet } from '@rules/push-turns';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import {
  appointments,
  subscriptions,
  type PersonDocument,
  type SubscriptionDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { templatesOf } from '../../platform/push-config';

/** What of a visit is told ahead: a day and two hours before (remind-visits.ts). */
const remindersMs = [dayMs, 2 * hourMs];
const StartSchema = v.object({ start: v.number() });

/** What the caller will be told and how often that still works. Two round trips. */
export const showPushes = defineAction('notify.showPushes', {
  allow: signedInPeople,
  async handle({ caller, database, now }) {
    const person = signedIn(caller);
    const [ledger, reminders] = await Promise.all([
      database.get(subscriptions, caller.openid),
      remindersToCome(database, person, now),
    ]);
    return { now, ...viewPushes(person, ledger, reminders) };
  },
});

/** The templates that concern somebody with these roles, the way the person is shown them. */
export function viewPushes(
  person: PersonDocument,
  ledger: SubscriptionDocument | undefined,
  reminders: number,
) {
  return {
    pushes: pushTemplates.filter(concerns(person)).map((template) => ({
      template,
      templateId: templatesOf().get(template)?.id,
      credits: ledger?.stock[template] ?? 0,
      coming: template === 'reminder' ? reminders : 0,
      answer: ledger?.asked[template]?.answer,
      askedAt: ledger?.asked[template]?.at,
    })),
    quiet: ledger?.quiet ?? usualQuiet,
  };
}

const concerns =
  ({ posts }: PersonDocument) =>
  (template: PushTemplate) =>
    template !== 'duty' || posts.length > 0;

async function remindersToCome(
  database: Database,
  { children }: PersonDocument,
  now: number,
): Promise<number> {
  const ids = children.map(({ id }) => id);
  if (ids.length === 0) return 0;
  const found = await database.findParts(appointments, StartSchema, {
    where: {
      childId: command.in(ids),
      start: command.gte(now),
      state: command.in([...livingStates]),
    },
    order: [['start', 'asc']],
    limit: limits.childrenPerPerson * limits.upcomingPerChild,
    fields: { start: true },
  });
  return found.reduce(
    (sum, { start }) => sum + remindersMs.filter((before) => start - before > now).length,
    0,
  );
}
