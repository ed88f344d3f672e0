import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { countyAdministered } from '../../platform/caller';
import { screeningForms, type ScreeningFormDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { isOffered } from '../../platform/screenings';

/** The official form takes the place of whatever was there; results keep the cut-offs of their day. */
export const loadForm = defineAction('guides.loadForm', {
  allow: having('admin'),
  mostPerHour: 20,
  async handle({ caller, now, once }, { form }) {
    const county = countyAdministered(caller);
    if (!county) throw new ActionError('FORBIDDEN');
    return once(async (transaction) => {
      const document = { _id: county, form, loadedAt: now, loadedBy: caller.openid };
      const { _id: _county, ...change } = document;
      // Set as a whole: otherwise what the new form does not have would stay from the old one.
      const whole = { ...change, form: command.set(form) };
      await transaction.updateOrAdd(screeningForms, whole, document);
      return { form: summaryOf(document), offered: true };
    });
  },
});

/** Which form the county uses. */
export const showForm = defineAction('guides.showForm', {
  allow: having('admin'),
  async handle({ caller, database }) {
    const county = countyAdministered(caller);
    if (!county) throw new ActionError('FORBIDDEN');
    const found = await database.get(screeningForms, county);
    return found ? { form: summaryOf(found), offered: isOffered(found) } : { offered: false };
  },
});

function summaryOf({ form, loadedAt }: ScreeningFormDocument) {
  const { id, version, name, source, placeholder } = form;
  return { id, version, name, source, placeholder, loadedAt };
}
