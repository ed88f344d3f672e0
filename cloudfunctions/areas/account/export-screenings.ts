import { limits } from '@contract/limits';
import type { ScreeningRecord } from '@contract/rights';
import { reachedScales } from '@rules/screening';
import { screenings } from '../../platform/collections';
import type { Database } from '../../platform/database';
import { openScreening } from '../../platform/screenings';
import type { Adult } from '../family/circle';

/**
 * What a family may have of the questions about its child. Guardians have a right to a copy of
 * everything that is kept (PIPL 45, and 31 for children under 14): for them the sub-totals are in
 * it, on this page alone, which one has to ask for. Other adults read when, who and the advice of
 * what was answered at home. The safety answer is in nobody's copy, and the advice here is that of
 * the figures: an adult of the circle may be the one who does harm (rules.md, "Safeguarding" 3).
 */
export async function exportScreenings(
  database: Database,
  { standing }: Adult,
  childId: string,
): Promise<ScreeningRecord[]> {
  const found = await database.find(screenings, {
    where: { childId },
    order: [['at', 'desc']],
    limit: limits.pageSize,
  });
  const isGuardian = standing === 'guardian';
  return found.flatMap((document) => {
    const { respondent, formName, figures, cutoffs } = openScreening(document);
    // Kept for a danger alone: not the family's to see.
    if (!figures || (respondent === 'teacher' && !isGuardian)) return [];
    const reached = reachedScales(figures, cutoffs).length > 0;
    return [
      {
        ...{ childId, at: document.at, respondent, formName },
        advice: reached ? ('talk' as const) : ('fine' as const),
        ...(isGuardian && { figures }),
      },
    ];
  });
}
