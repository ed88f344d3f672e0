import type { InputOf } from '@contract';
import type { ScreeningForm } from '@contract/screening';
import { adviceOf, figuresOf, isDanger, levelOf } from '@rules/screening';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { signedInPeople } from '../../platform/allow';
import { children, screenings } from '../../platform/collections';
import { command } from '../../platform/database';
import { raiseAlert } from '../../platform/alerts';
import { ActionError } from '../../platform/errors';
import { readForm, sealScreening } from '../../platform/screenings';
import { answerable, countyOfForm, hindranceOf, type Hindrance } from './screened-child';

const refusals = {
  notOffered: 'CANNOT_FOLLOW',
  otherAge: 'CANNOT_FOLLOW',
  consent: 'CONSENT_NEEDED',
  done: 'LIMIT_REACHED',
} as const satisfies Record<Hindrance['state'], string>;

/**
 * Sub-totals, role, date and the safety answer are kept, the answers are not. A danger goes to
 * safeguarding in the same transaction and whatever stands in the way of the rest: a consent that
 * was withdrawn a moment ago must not swallow it (rules.md, "Safeguarding"). Nothing here touches
 * urgency or places: those are set by people.
 */
export const submitScreening = defineAction('guides.submitScreening', {
  allow: signedInPeople,
  mostPerHour: 40,
  async handle({ caller, database, now, once, newId }, input) {
    const { childId, as, answers, safety } = input;
    const form = await readForm(database, countyOfForm(caller, childId, as));
    // Without a form nothing was asked, so that nothing can be lost.
    if (!form) throw new ActionError('CANNOT_FOLLOW');
    const answer = await once(async (transaction) => {
      const child = answerable(await transaction.get(children, childId), caller, as);
      const hindrance = hindranceOf(child, { as, form, now });
      const refusal = hindrance ? refusals[hindrance.state] : changedForm(form, input);
      if (refusal && !isDanger(safety)) throw new ActionError(refusal);
      const figures = refusal ? undefined : figuresOf(answers);
      if (figures || isDanger(safety)) {
        const id = newId('s');
        const cutoffs = form.cutoffs[as];
        const { id: formId, name: formName, version, placeholder } = form;
        await transaction.add(screenings, {
          ...{ _id: id, childId, by: caller.openid, at: now },
          details: sealScreening(id, {
            ...{ respondent: as, formId, formName, version, placeholder },
            ...{ figures, cutoffs, safety },
          }),
        });
        if (isDanger(safety)) {
          const { relation } = child.circle.find(({ openid }) => openid === caller.openid) ?? {};
          const by = as === 'teacher' ? { role: 'teacher' as const } : { relation };
          await raiseAlert(transaction, {
            ...{ source: 'screening', reason: 'safetyAnswer', ref: id, child, at: now },
            ...{ by: caller.openid, level: levelOf(safety), fresh: true },
            said: { kind: 'answer', safety, at: now, by },
          });
        }
      }
      // A consent that is withdrawn in this moment meets this write (rev), or comes after it.
      await transaction.update(children, childId, {
        ...(figures && { screened: { ...child.screened, [as]: now } }),
        rev: command.inc(1),
      });
      return { advice: adviceOf(answers, safety, form.cutoffs[as]) };
    });
    if (as === 'teacher') {
      const look = { role: 'teacher' as const, childIds: [childId], purpose: 'screening' as const };
      await recordAccess(database, { viewer: caller, ...look, now });
    }
    return answer;
  },
});

/** Another form has been loaded while somebody was answering: the questions may be others. */
function changedForm(
  form: ScreeningForm,
  { formId, version }: InputOf<'guides.submitScreening'>,
): 'CHANGED_MEANWHILE' | undefined {
  return form.id === formId && form.version === version ? undefined : 'CHANGED_MEANWHILE';
}
