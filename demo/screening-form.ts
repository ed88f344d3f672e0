import type {
  AppointmentDocument,
  ScreeningDocument,
  ScreeningFormDocument,
} from '../cloudfunctions/platform/collections';
import { sealScreening } from '../cloudfunctions/platform/screenings';
import type { Figures, Respondent, ScreeningForm } from '../cloudfunctions/contract/screening';
import { dayMs } from '../cloudfunctions/rules/dates';
import { firstCutoffs } from '../cloudfunctions/rules/screening-cutoffs';
import { adminOpenid } from './people';

/**
 * A working translation for trying things out. It is not the official Chinese form, nobody has
 * tested it, and it is offered in a demonstration alone: an operator loads the official one.
 */
export const placeholderForm: ScreeningForm = {
  id: 'psc-17',
  version: 'placeholder-1',
  name: 'PSC-17（演示用，不是正式量表）',
  language: 'zh-Hans',
  instruction: '下面说的是孩子平时的样子。请选最像的一项。没有对错。',
  items: [
    '坐不住，老动来动去',
    '难过，不高兴',
    '常常发呆走神',
    '不肯和别人分东西',
    '不懂别人的感受',
    '觉得没希望',
    '很难集中注意力',
    '和别的孩子打架',
    '看不起自己',
    '出了事怪别人',
    '玩得没以前开心',
    '不守规矩',
    '停不下来，像上了发条',
    '捉弄别人',
    '担心很多事',
    '拿别人的东西',
    '容易分心',
  ],
  notice: 'PSC-17 © Michael Jellinek、J. Michael Murphy，麻省总医院；原表可以免费复制。',
  source: '演示用的草译，不是官方中文版，没有人验证过。',
  placeholder: true,
  cutoffs: firstCutoffs,
};

export function screeningFormDocument(county: string, loadedAt: number): ScreeningFormDocument {
  return { _id: county, form: placeholderForm, loadedAt, loadedBy: adminOpenid };
}

const figures: Record<Respondent, Figures> = {
  caregiver: { I: 6, A: 4, E: 2, T: 12, blanks: 1 },
  teacher: { I: 4, A: 8, E: 3, T: 15, blanks: 0 },
};

/** What a home and a school said of the child that comes next, so that the desk has something to show. */
export function screeningDocuments(
  appointments: readonly AppointmentDocument[],
  now: number,
): ScreeningDocument[] {
  const coming = appointments
    .filter(({ state, start }) => state === 'booked' && start > now)
    .sort((one, other) => one.start - other.start);
  return coming.slice(0, 3).flatMap(({ childId, bookedBy }) =>
    (['caregiver', 'teacher'] as const).map((respondent, index) => {
      const _id = `demo-screening-${childId}-${respondent}`;
      const { id: formId, name: formName, version, placeholder } = placeholderForm;
      const details = {
        ...{ respondent, formId, formName, version, placeholder, safety: 'no' as const },
        ...{ figures: figures[respondent], cutoffs: firstCutoffs[respondent] },
      };
      return {
        ...{ _id, childId, by: respondent === 'caregiver' ? bookedBy : 'demo-teacher' },
        ...{ at: now - (12 - index * 5) * dayMs, details: sealScreening(_id, details) },
      };
    }),
  );
}
