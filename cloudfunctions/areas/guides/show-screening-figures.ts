import { limits } from '@contract/limits';
import { consentState } from '@rules/consent';
import { reachedScales, screeningKeptFrom } from '@rules/screening';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { counsellorOf } from '../../platform/caller';
import { appointments, children, screenings, type ChildDocument } from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { openScreening } from '../../platform/screenings';
import { openChild } from '../family/read-children';

/**
 * Figures for the counsellor of a visit of that child, and for nobody else; each look is written
 * down. Taken back means not seen any more, also by whoever saw it before.
 */
export const showScreeningFigures = defineAction('guides.showScreeningFigures', {
  allow: having('counsellor'),
  async handle({ caller, database, now }, { appointmentId }) {
    const visit = await database.get(appointments, appointmentId);
    const counsellorId = counsellorOf(caller);
    if (!visit || !counsellorId || visit.counsellorId !== counsellorId) {
      throw new ActionError('NOT_FOUND');
    }
    const childIds = [visit.childId, visit.siblingId].filter((id) => id !== null);
    const [family, found] = await Promise.all([
      database.find(children, { where: { _id: command.in(childIds) }, limit: childIds.length }),
      database.find(screenings, {
        where: {
          childId: command.in(childIds),
          at: command.gte(screeningKeptFrom(now)),
        },
        order: [['at', 'desc']],
        limit: limits.pageSize,
      }),
      recordAccess(database, {
        ...{ viewer: caller, role: 'counsellor', childIds, purpose: 'screening', now },
      }),
    ]);
    const agreed = family.filter(isAgreed);
    return {
      now,
      screenings: found.flatMap((document) => {
        const child = agreed.find(({ _id }) => _id === document.childId);
        const { figures, ...details } = openScreening(document);
        if (!child || !figures) return [];
        const { respondent, formName, version, placeholder, cutoffs, safety } = details;
        return [
          {
            ...{ nickname: openChild(child).nickname, respondent, at: document.at },
            ...{ formName, version, placeholder, figures, cutoffs, safety },
            reached: reachedScales(figures, cutoffs),
          },
        ];
      }),
    };
  },
});

const isAgreed = ({ consents }: ChildDocument) =>
  consentState(consents.find(({ purpose }) => purpose === 'screening')) === 'given';
