import { hourMs, minuteMs } from '@rules/dates';
import { checkedContent } from '../../platform/checked-content';
import { contentChecks, type ContentCheckDocument } from '../../platform/collections';
import { command, type Database } from '../../platform/database';
import { checkText, isFlagged, startMediaCheck } from '../../platform/content-check';
import { log } from '../../platform/log';
import type { Tell } from '../../platform/once-and-tell';
import { holdFlagged } from './hold-flagged';

const atOnce = 20;
/** WeChat checks only for somebody who was here within two hours: soon, then now and then. */
const pauses = [5 * minuteMs, 20 * minuteMs, hourMs, 6 * hourMs, 24 * hourMs, 72 * hourMs];

/** Asks WeChat again about what it has not answered yet; answers about how many. */
export async function checkAgain(
  database: Database,
  now: number,
  random: () => number,
  tell?: Tell,
): Promise<number> {
  const found = await database.find(contentChecks, {
    where: { lookAt: command.lte(now) },
    order: [['lookAt', 'asc']],
    limit: atOnce,
  });
  for (const check of found) await again(database, check, { now, random, tell });
  return found.length;
}

async function again(
  database: Database,
  check: ContentCheckDocument,
  { now, random, tell }: { now: number; random: () => number; tell: Tell | undefined },
): Promise<void> {
  const { _id, thing, ref, openid, part, fileId, tries } = check;
  const pause = pauses[tries];
  if (pause === undefined) {
    // Delivered long ago, and reported by whoever minds it: nothing more can be asked.
    log({ action: 'checkAgain', code: 'GIVEN_UP', thing });
    await database.removeWhere(contentChecks, { _id });
    return;
  }
  await database.updateWhere(contentChecks, { _id }, { lookAt: now + pause });
  if (part !== 'text') {
    if (fileId !== null) await startMediaCheck(database, { ...check, part, fileId, now });
    await database.updateWhere(contentChecks, { _id, tries }, { tries: command.inc(1) });
    return;
  }
  const text = await checkedContent[thing]?.text(database, ref);
  const verdict = text === undefined ? 'pass' : await checkText(openid, text);
  if (isFlagged(verdict)) await holdFlagged(database, random, check, now, tell);
  else if (verdict === 'pass') await database.removeWhere(contentChecks, { _id });
  else await database.updateWhere(contentChecks, { _id }, { tries: command.inc(1) });
}
