import type { ScreeningForm, ShownForm } from '@contract/screening';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { children } from '../../platform/collections';
import { readForm } from '../../platform/screenings';
import { openChild } from '../family/read-children';
import { answerable, countyOfForm, hindranceOf } from './screened-child';

/** What the first page of the questions needs. A teacher's look is written down. */
export const showScreening = defineAction('guides.showScreening', {
  allow: signedInPeople,
  async handle({ caller, database, now }, { childId, as }) {
    const [form, found] = await Promise.all([
      readForm(database, countyOfForm(caller, childId, as)),
      database.get(children, childId),
    ]);
    const child = answerable(found, caller, as);
    if (as === 'teacher') {
      const look = { role: 'teacher' as const, childIds: [childId], purpose: 'screening' as const };
      await recordAccess(database, { viewer: caller, ...look, now });
    }
    const hindrance = hindranceOf(child, { as, form, now });
    const { nickname } = openChild(child);
    if (hindrance) return { now, nickname, offer: hindrance };
    if (!form) return { now, nickname, offer: { state: 'notOffered' as const } };
    return { now, nickname, offer: { state: 'open' as const, form: shownForm(form) } };
  },
});

function shownForm(form: ScreeningForm): ShownForm {
  const { id, version, instruction, items, notice, source, placeholder } = form;
  return { id, version, instruction, items, notice, source, placeholder };
}
