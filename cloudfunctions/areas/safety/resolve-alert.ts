import { confirmBy, needsReport } from '@rules/alerts';
import { openEvidence } from '../../platform/alert-evidence';
import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { alerts } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { addCorrection } from './corrections';
import { handOn } from './hand-on';
import { askForSecond } from './second-look';
import { ownOpen, workOnAlert } from './work';

/** Finished with an outcome and never without; an S3 only when a second person has looked as well. */
export const resolveAlert = defineAction('safety.resolveAlert', {
  allow: staff,
  handle(context, { alertId, release = false, ...result }) {
    const { now } = context;
    return workOnAlert(context, alertId, async (alert, desk, transaction) => {
      ownOpen(alert, desk);
      if (needsReport(alert.level, result) && !alert.reported) {
        throw new ActionError('REPORT_NEEDED');
      }
      const second = alert.level === 'S3';
      if (release && !second) await handOn(transaction, alert, now);
      await addCorrection(transaction, {
        ...{ id: `${alertId}_${alert.steps}`, county: alert.county, at: now },
        ...{ source: alert.source, reason: alert.reason, given: alert.level },
        ...{ judgement: result.judgement, levelShouldBe: result.levelShouldBe ?? null },
        ...{ rules: alert.rules, evidence: openEvidence(alerts, alert) },
        ...{ keptFrom: alert.keptFrom, childId: alert.childId },
      });
      const alone = second && (await askForSecond(transaction, alert, desk));
      const change = second
        ? { state: 'secondLook' as const, confirmBy: confirmBy(now), release }
        : { state: 'closed' as const, open: false, closedAt: now };
      return {
        change: { ...change, resolvedBy: desk.openid, followUpAt: null },
        step: { step: 'resolved', ...result, ...(release && { release }) },
        ...(alone && { alone }),
      };
    });
  },
});
