import type { Cutoffs, Respondent } from '@contract/screening';

/**
 * Cut-offs to begin with (reference: PSC-17 scoring sheet; teacher's total: Liu et al. 2024, doi
 * 10.1177/01987429241228506). An operator loads their own together with the official form
 * (`guides.loadForm`): every number here is configuration, none is a finding of ours.
 */
export const firstCutoffs: Readonly<Record<Respondent, Cutoffs>> = {
  caregiver: {
    ...{ I: 5, A: 7, E: 7, T: 15 },
    source: 'PSC-17 计分说明（美国，4–17 岁，家长版）',
    validatedFor: '美国的孩子。中国家长版没有验证过的界限，只能当提醒。',
  },
  teacher: {
    ...{ I: 5, A: 7, E: 7, T: 17 },
    source: '总分：Liu 等 2024（教师版简体中文）；分量表：PSC-17 计分说明（美国）',
    validatedFor: '总分：中国小学，74 位老师、666 个学生。分量表没有在中国验证过。',
  },
};

/** Whose word a form may be about: whole years (PSC-17 scoring instructions). */
export const screeningAges = { from: 4, to: 17 } as const;
/** So many blanks and nothing is worked out. */
export const blanksInvalid = 4;
/** Once in so many days for a child and a respondent's role (instruments.md, "Guard rails"). */
export const screeningEveryDays = 90;
/** Results are deleted after so long (rules.md: screening 12 months). */
export const screeningMonths = 12;
/** PHQ-2: from this sum on a person should be pointed to help (Liu 2016, rural Chinese of 60+). */
export const moodCutoff = 3;
