import type { ActionName, InputOf } from '@contract';
import type { AlertSource } from '@contract/safety';
import { rosterId } from '../../../cloudfunctions/platform/duty';
import { asSet } from '../../../cloudfunctions/areas/safety/work';
import { alertId, raiseAlert } from '../../../cloudfunctions/platform/alerts';
import {
  alerts,
  children,
  dutyRoster,
  unheard,
  type AlertDocument,
} from '../../../cloudfunctions/platform/collections';
import { inTransaction } from '../../../cloudfunctions/platform/transaction';
import { monday } from './clock';
import { county, farCounty } from './documents';
import { withPhone } from './roster';
import type { Booker, Scenario } from './scenario';

type SafetyInputs = {
  [Name in ActionName as Name extends `safety.${string}` ? Name : never]: InputOf<Name>;
};

/** What safeguarding has of one family: one that waits, one that is worked on, one for a second look, one that
 * is finished and kept for an authority. */
export interface RaisedThings {
  alerts: { waiting: string; taken: string; second: string; kept: string };
  unheardRef: string;
  /** A colleague of the same county. */
  toPostId: string;
}

export const nothingRaised: RaisedThings = {
  alerts: {
    ...{ waiting: 'message_none_words', taken: 'note_none_words', second: 'weekly_none_words' },
    kept: 'announcement_none_words',
  },
  unheardRef: 'message_none',
  toPostId: 'post-none',
};

const week = '2026-11-23';

/** An input for every action of safeguarding. */
export function safetyInputs(raised: RaisedThings, childId: string): SafetyInputs {
  const { waiting, taken: alertOfMine, second, kept } = raised.alerts;
  const mine = { alertId: alertOfMine };
  const ear = { ref: raised.unheardRef };
  return {
    'safety.listAlerts': { show: 'open' },
    'safety.showAlert': { alertId: waiting },
    'safety.acceptAlert': { alertId: waiting },
    'safety.addAlertStep': { ...mine, step: 'called', text: '打过电话' },
    'safety.recordReport': { ...mine, report: { made: false, reason: '问过了，没有这回事' } },
    'safety.handOverAlert': { ...mine, toPostId: raised.toPostId },
    'safety.setFollowUp': { ...mine, at: Date.UTC(2027, 0, 4) },
    'safety.resolveAlert': {
      ...{ ...mine, outcome: 'supported', text: '和家里说好了', judgement: 'right' },
    },
    'safety.confirmResolution': { alertId: second, agree: true },
    'safety.liftHold': { alertId: kept, text: '派出所说结案了' },
    'safety.exportAlert': { ...mine, purpose: '派出所来函' },
    'safety.showChainHeads': {},
    'safety.listUnheard': {},
    'safety.openUnheard': ear,
    'safety.markVoiceHeard': { ...ear, level: 'S1' },
    'safety.listDuty': { from: week },
    'safety.setDuty': { week, rev: 1, entries: [] },
    'safety.askSwap': { week, shiftId: 'shift-li', toPostId: 'post-wx-director' },
    'safety.answerSwap': { week, shiftId: 'shift-asked', agree: true },
    'safety.whoIsOnDuty': { childId },
    'safety.reportLine': { lineId: 'national-12356', what: 'noAnswer' },
    'safety.listLines': {},
    'safety.verifyLine': { lineId: 'national-12356' },
    'safety.recordMissed': { text: '孩子说不想活了', levelShouldBe: 'S3' },
    'safety.exportCorrections': {},
    'safety.countAlerts': {},
  };
}

/** Finished, and an authority has asked somebody for it. */
const keptFor = (heldBy: string): Partial<AlertDocument> => ({
  ...{ state: 'closed', open: false, closedAt: monday, legalHold: true, heldBy },
});

/** Four alerts about this family, as raised; `holder`: who works on the second one. */
export async function raiseAbout(
  scenario: Scenario,
  who: Booker,
  { holder, colleague }: { holder: string; colleague: string },
): Promise<RaisedThings> {
  const { database } = scenario;
  const child = await database.get(children, who.childId);
  const [recording] = await database.find(unheard, {
    where: { childId: who.childId },
    limit: 1,
  });
  if (!child || !recording) throw new Error('nothing was recorded');
  const about = { child, by: who.openid, at: monday, rules: [], level: 'S1' as const };
  const said = { kind: 'text' as const, text: '他说心里难受', at: monday };
  const by = { relation: 'paternalGrandmother' as const };
  const raise = async (source: AlertSource, change: Partial<AlertDocument>) => {
    const cause = { source, ref: `${who.openid}_alert`, reason: 'words' as const };
    await inTransaction(
      database,
      () => 0,
      (transaction) => raiseAlert(transaction, { ...about, ...cause, said: { ...said, by } }),
    );
    const id = alertId(cause);
    if (Object.keys(change).length > 0) await database.update(alerts, id, asSet(change));
    return id;
  };
  const worker = { openid: holder, postId: `post-${holder}`, role: 'counsellor' as const };
  return {
    alerts: {
      waiting: await raise('message', {}),
      taken: await raise('note', { state: 'accepted', acceptedBy: worker }),
      second: await raise('weekly', { state: 'secondLook', resolvedBy: 'wx-gone' }),
      kept: await raise('announcement', keptFor('wx-gone')),
    },
    unheardRef: recording._id,
    toPostId: `post-${colleague}`,
  };
}

/** The county's week: the counsellor today, the director to stand in and asked to take a shift over. */
export async function fillRoster(scenario: Scenario): Promise<void> {
  const onDuty = (openid: string) => ({ openid, postId: `post-${openid}` });
  const hours = { day: week, from: 0, to: 720 };
  await scenario.database.addMany(dutyRoster, [
    {
      ...{ _id: rosterId(county, week), county, week, rev: 1 },
      shifts: [
        {
          ...{ id: 'shift-li', ...hours, duty: onDuty('wx-li') },
          ...{ standIn: onDuty('wx-director'), swap: null },
        },
        {
          ...{ id: 'shift-asked', day: week, from: 720, to: 1440, duty: onDuty('wx-li') },
          ...{ standIn: null, swap: onDuty('wx-director') },
        },
      ],
    },
    { ...{ _id: rosterId(farCounty, week), county: farCounty, week, rev: 1 }, shifts: [] },
  ]);
  await withPhone(scenario, 'wx-director');
}
