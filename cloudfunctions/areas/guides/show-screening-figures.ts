import { limits } from '@contract/limits';
import { dayMs } from '@rules/dates';
import { consentState } from '@rules/consent';
import { reachedScales, screeningKeptFrom } from '@rules/screening';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { having } from '../../platform/allow';
import { counsellorOf } from '../../platform/caller';
import {
  appointments,
  children,
  screenings,
  type AppointmentDocument,
  type ChildDocument,
} from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { openScreening } from '../../platform/screenings';
import { openChild } from '../family/read-children';
import { familyOf, visitDays } from './companions';

/**
 * Figures for the counsellor of a visit of that child around now, and for nobody else; each look is
 * written down. Taken back means not seen any more, also by whoever saw it before. Of their own
 * family a counsellor sees none: an adult of it may be the one who does harm (rules.md,
 * "Safeguarding" 3).
 */
export const showScreeningFigures = defineAction('guides.showScreeningFigures', {
  allow: having('counsellor'),
  async handle({ caller, database, now }, { appointmentId }) {
    const visit = await database.get(appointments, appointmentId);
    const counsellorId = counsellorOf(caller);
    if (!visit || !counsellorId || visit.counsellorId !== counsellorId || isOver(visit, now)) {
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
    const agreed = family.filter(
      (child) => isAgreed(child) && !familyOf(child).includes(caller.openid),
    );
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

/** A visit that never came about, or was long ago, opens nothing. */
const isOver = ({ state, start }: AppointmentDocument, now: number) =>
  state === 'cancelled' || state === 'lapsed' || start < now - visitDays * dayMs;

const isAgreed = ({ consents }: ChildDocument) =>
  consentState(consents.find(({ purpose }) => purpose === 'screening')) === 'given';
