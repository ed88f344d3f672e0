import { confirmBy, needsReport } from '@rules/alerts';
import { openEvidence } from '../../platform/alert-evidence';
import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import { checkedContent } from '../../platform/checked-content';
import { alerts, checkedThings, type AlertDocument } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import type { Transaction } from '../../platform/transaction';
import { addCorrection } from './corrections';
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
      if (release) await handOn(transaction, alert, now);
      await addCorrection(transaction, {
        ...{ id: `${alertId}_${alert.steps}`, county: alert.county, at: now },
        ...{ source: alert.source, reason: alert.reason, given: alert.level },
        ...{ judgement: result.judgement, levelShouldBe: result.levelShouldBe ?? null },
        ...{ rules: alert.rules, evidence: openEvidence(alerts, alert) },
      });
      const second = alert.level === 'S3';
      const alone = second && (await askForSecond(transaction, alert, desk));
      const change = second
        ? { state: 'secondLook' as const, confirmBy: confirmBy(now) }
        : { state: 'closed' as const, open: false, closedAt: now };
      return {
        change: { ...change, resolvedBy: desk.openid, followUpAt: null },
        step: { step: 'resolved', ...result },
        ...(alone && { alone }),
      };
    });
  },
});

/** What was held wrongly goes to those it was for; what is gone meanwhile goes to nobody. */
async function handOn(
  transaction: Transaction,
  { source, ref }: AlertDocument,
  now: number,
): Promise<void> {
  const thing = checkedThings.find((one) => one === source);
  if (thing) await checkedContent[thing]?.release(transaction, ref, now);
}
