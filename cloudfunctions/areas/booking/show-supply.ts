import * as v from 'valibot';
import { addDays, dayOf } from '@rules/dates';
import { sessionsOf } from '@rules/hours';
import { defineAction } from '../../platform/action';
import { administratorsOrCounsellors } from '../../platform/allow';
import { signedIn } from '../../platform/caller';
import { counsellors, waitlist, type CounsellorDocument } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { readPriority } from './priority-settings';

/** More than a county has. */
const atMost = 100;
const waitingRead = 1000;
const IdOnlySchema = v.object({ _id: v.string() });

/** What a county has to give in a week, and who waits: a simulation begins with it. */
export const showSupply = defineAction('booking.showSupply', {
  allow: administratorsOrCounsellors,
  async handle({ caller, database, now }) {
    const post = signedIn(caller).posts.find(
      ({ role, schoolId }) => role === 'counsellor' || (role === 'admin' && schoolId === undefined),
    );
    if (!post) throw new ActionError('FORBIDDEN');
    const { county } = post;
    const [settings, found, waiting] = await Promise.all([
      readPriority(database, county),
      database.find(counsellors, { where: { county }, order: [['_id', 'asc']], limit: atMost }),
      database.findParts(waitlist, IdOnlySchema, {
        where: { county, settledAt: null },
        order: [['rank', 'desc']],
        limit: waitingRead,
        fields: { _id: true },
      }),
    ]);
    const today = dayOf(now);
    const placesAWeek = found.reduce((sum, one) => sum + placesOfWeek(one, today), 0);
    return { settings, counsellors: found.length, placesAWeek, waiting: waiting.length };
  },
});

/** The sessions of an ordinary week, without exceptions and holidays. */
function placesOfWeek({ hours }: CounsellorDocument, today: string): number {
  const days = [0, 1, 2, 3, 4, 5, 6].map((ahead) => addDays(today, ahead));
  const ordinary = { ...hours, exceptions: [] };
  return days.reduce((sum, day) => sum + sessionsOf(day, ordinary, new Set()).length, 0);
}
