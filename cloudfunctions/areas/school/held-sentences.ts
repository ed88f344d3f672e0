import type { WeekAnswer } from '@contract/weekly';
import type { Help } from '@contract/help';
import type { AlertReason } from '@contract/safety';
import { gravest } from '@rules/alerts';
import { triageInCloud } from '@rules/triage/cloud';
import { helpFor, raiseAlert } from '../../platform/alerts';
import type { Said } from '../../platform/alert-evidence';
import type { ChildDocument } from '../../platform/collections';
import { ActionError } from '../../platform/errors';
import { checkText, expectCheck, isFlagged } from '../../platform/content-check';
import type { Transaction } from '../../platform/transaction';
import { sentenceOf, sentenceRef } from '../../platform/week-document';

/** What is still to be done about a sentence: a person looks first, or WeChat is asked again. */
export interface Open {
  childId: string;
  sentence: string;
  reason: (AlertReason & ('words' | 'contentCheck')) | 'unchecked';
  level: 'S1' | 'S2' | 'S3';
  rules: string[];
}

/** What calls for the weekly look alone is not kept from the family. */
export const isHeld = ({ reason, level }: Open) =>
  reason === 'contentCheck' || (reason === 'words' && level !== 'S1');

/** WeChat has not answered for it; the job asks again. */
export const isUnchecked = ({ reason }: Open) => reason === 'unchecked';

/**
 * Which of these sentences wait for a person: WeChat's check flags them, or they tell of danger. An
 * adult of the family may be the one who does harm, so the family is not shown them first
 * (rules.md, "Safeguarding"). WeChat is asked once for all of them, and one by one only if it objects:
 * then only what it clears by itself is shown.
 */
export async function findOpen(
  openid: string,
  answers: readonly { childId: string; answer: WeekAnswer }[],
): Promise<Open[]> {
  const told = answers.flatMap(({ childId, answer }) => {
    const sentence = sentenceOf(answer);
    return sentence === undefined ? [] : [{ childId, sentence }];
  });
  if (told.length === 0) return [];
  const alone = told.length === 1;
  const all = await checkText(openid, told.map(({ sentence }) => sentence).join('\n'));
  const found = await Promise.all(
    told.map(async ({ childId, sentence }): Promise<Open[]> => {
      const { level, reasons } = triageInCloud(sentence);
      const about = { childId, sentence, rules: reasons.map(({ rule }) => rule) };
      if (level === 'S2' || level === 'S3') return [{ ...about, reason: 'words', level }];
      const mild: Open[] = level === 'S1' ? [{ ...about, reason: 'words', level }] : [];
      if (all === 'unchecked') return [...mild, { ...about, reason: 'unchecked', level: 'S1' }];
      const flagged = isFlagged(all) && (alone || (await checkText(openid, sentence)) !== 'pass');
      return flagged ? [{ ...about, reason: 'contentCheck', level: 'S2' }] : mild;
    }),
  );
  return found.flat();
}

/**
 * Hands them over, in the transaction that writes them: a round trip or two each. Answers which help
 * whoever wrote them is shown.
 */
export async function handOver(
  transaction: Transaction,
  open: readonly Open[],
  {
    weekId,
    openid,
    now,
    atOf,
    childOf,
    by,
  }: {
    weekId: string;
    openid: string;
    now: number;
    atOf: (childId: string) => number;
    childOf: (childId: string) => ChildDocument | undefined;
    by: Said['by'];
  },
): Promise<Help | undefined> {
  let help: Help | undefined;
  for (const { childId, sentence, reason, level, rules } of open) {
    const ref = sentenceRef(weekId, childId, atOf(childId));
    if (reason === 'unchecked') {
      await expectCheck(transaction, { thing: 'weekly', ref, openid, part: 'text', now });
      continue;
    }
    const child = childOf(childId);
    if (!child) throw new ActionError('NOT_FOUND');
    const said: Said = { kind: 'text', text: sentence, at: now, by };
    const cause = { source: 'weekly' as const, ref, child, by: openid, said, at: now };
    const onDuty = await raiseAlert(transaction, { ...cause, fresh: true, reason, level, rules });
    const shown = reason === 'words' ? helpFor(level, onDuty) : undefined;
    if (shown) help = { level: gravest(help?.level ?? shown.level, shown.level), onDuty };
  }
  return help;
}
