import { minuteMs } from '@rules/dates';
import { openEvidence, type Evidence } from '../../platform/alert-evidence';
import { readHistory } from '../../platform/alert-steps';
import { defineAction } from '../../platform/action';
import { staff } from '../../platform/allow';
import {
  alerts,
  alertSteps,
  children,
  type AlertDocument,
  type MessageDocument,
} from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { temporaryLink } from '../../platform/sdk';
import { messageCause } from '../../platform/alert-causes';
import { messages } from '../../platform/collections';
import { colleaguesOf } from './colleagues';
import { isHolder, openAlert } from './desk';
import { mayLift } from './lift-hold';
import { noteLook } from './look';
import { phonesOf } from './phones';
import { reportingOf } from './reporting';
import { viewRow } from './rows';

const linkMinutes = 10;
const stepsAtMost = 500;
const aroundEach = 3;

/** Everything about one alert, and the trace in safeguarding's own log. */
export const showAlert = defineAction('safety.showAlert', {
  allow: staff,
  async handle(context, { alertId }) {
    const { database, now } = context;
    const { desk, alert } = await openAlert(context, alertId);
    const evidence = openEvidence(alerts, alert);
    const [alertRow, child, found, around, colleagues, said] = await Promise.all([
      viewRow(database, alert, { openid: desk.openid, now }),
      alert.childId === '' ? undefined : database.get(children, alert.childId),
      database.find(alertSteps, {
        where: { alertId },
        order: [['n', 'asc']],
        limit: stepsAtMost,
      }),
      readAround(database, alert),
      colleaguesOf(database, alert, desk),
      viewSaid(evidence, now),
      noteLook(context, desk, 'show', alertId),
    ]);
    const { history, chainOk } = readHistory(alert, found);
    const phones = await phonesOf(database, child);
    const open = alert.state !== 'closed';
    return {
      now,
      alert: {
        ...alertRow,
        ...{ said, around, phones, history, chainOk, colleagues },
        ...{ follows: alert.follows, next: alert.next },
        kept: alert.legalHold,
        held: open && isHeldBack(alert),
        rules: alert.rules,
        reporting: reportingOf(history),
        may: {
          accept: alert.state === 'waiting',
          work: alert.state === 'accepted' && isHolder(desk, alert),
          confirm: alert.state === 'secondLook' && alert.resolvedBy !== desk.openid,
          lift: mayLift(alert, desk),
          export: desk.admin || isHolder(desk, alert),
        },
      },
    };
  },
});

/** Whether the thing is kept from the family: flagged by WeChat, or words of harm that all would see. */
const isHeldBack = ({ reason, source, level }: AlertDocument) =>
  reason === 'contentCheck' ||
  (reason === 'words' && (source === 'weekly' || source === 'note') && level !== 'S1');

async function viewSaid({ fileId, nickname: _n, schoolName: _s, ...said }: Evidence, now: number) {
  const url = fileId && (await temporaryLink(fileId, (linkMinutes * minuteMs) / 1000));
  if (!fileId) return said;
  if (!url) return { ...said, kind: said.text === undefined ? ('gone' as const) : said.kind };
  return { ...said, url, expiresAt: now + linkMinutes * minuteMs };
}

async function readAround(database: Database, { thread, childId }: AlertDocument) {
  if (!thread) return [];
  const { id: threadId, line, seq } = thread;
  const read = (side: 'before' | 'after') =>
    database.find(messages, {
      where: { threadId, line, seq: side === 'before' ? command.lt(seq) : command.gt(seq) },
      order: [['seq', side === 'before' ? 'desc' : 'asc']],
      limit: aroundEach,
    });
  const [before, after] = await Promise.all([read('before'), read('after')]);
  const view = (message: MessageDocument, isBefore: boolean) => {
    const { said } = messageCause(message, childId, 0);
    const { fileId: _file, ...shown } = said;
    const gone = message.state === 'withdrawn';
    const content = gone ? { kind: 'gone' as const, at: shown.at, by: shown.by } : shown;
    return { ...content, before: isBefore };
  };
  return [
    ...before.reverse().map((message) => view(message, true)),
    ...after.map((message) => view(message, false)),
  ];
}
