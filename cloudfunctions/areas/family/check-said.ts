import type { Voice } from '@contract/shapes';
import type { Relation } from '@contract/enums';
import type { Help } from '@contract/help';
import { gravest } from '@rules/alerts';
import { triageInCloud } from '@rules/triage/cloud';
import { expectEar, helpFor, raiseAlert } from '../../platform/alerts';
import type { ChildDocument } from '../../platform/collections';
import {
  checkText,
  expectCheck,
  isExpected,
  isFlagged,
  startMediaCheck,
  type Verdict,
} from '../../platform/content-check';
import type { Database } from '../../platform/database';
import { saidRef } from '../../platform/said-parts';
import type { Transaction } from '../../platform/transaction';

interface Said {
  words?: string | undefined;
  voice?: Voice | undefined;
}

/** What WeChat says of the words, asked before anything is written. */
export async function verdictOn(openid: string, { words }: Said): Promise<Verdict> {
  return words === undefined ? 'pass' : checkText(openid, words);
}

/**
 * Whether a person looks at it before the others of the family do: WeChat's check flags it, or the words
 * tell of danger. An adult of the family may be the one who does harm (rules.md, "Safeguarding").
 */
export function isHeld(verdict: Verdict, words: string | undefined): true | undefined {
  const { level } = triageInCloud(words ?? '');
  return isFlagged(verdict) || level === 'S2' || level === 'S3' ? true : undefined;
}

type About = Said & { verdict: Verdict; ref: string; openid: string; now: number };
/** Whose words they are, about which child. */
interface Speaker {
  child: ChildDocument;
  relation: Relation;
}

/**
 * In the transaction that writes it: what is still to be checked, what a person is to look at, and to
 * listen to. Answers which help whoever wrote it is shown, by their own words.
 */
export async function noteChecks(
  transaction: Transaction,
  about: About & Speaker,
): Promise<Help | undefined> {
  const { verdict, ref, openid, words, voice, now } = about;
  const thing = 'note' as const;
  const help = await raise(transaction, about);
  if (verdict === 'unchecked') {
    const check = { thing, ref: saidRef(ref, words ?? ''), openid, part: 'text' as const, now };
    await expectCheck(transaction, { ...check, number: 0 });
  }
  if (voice) await expectCheck(transaction, { ...voiceCheck(about), fileId: voice.fileId });
  return help;
}

/** Words are read by the rules, a recording by a person; what WeChat flags is looked at in any case. */
async function raise(
  transaction: Transaction,
  { verdict, ref, openid, words, voice, now, child, relation }: About & Speaker,
): Promise<Help | undefined> {
  const { level, reasons } = triageInCloud(words ?? '');
  const flagged = isFlagged(verdict);
  const said = { at: now, by: { relation }, text: words, ...voice };
  const cause = { source: 'note' as const, child, by: openid, at: now };
  const own = level === 'S0' ? undefined : level;
  if (voice) {
    const recording = { ...said, kind: 'voice' as const };
    await expectEar(transaction, { ...cause, ref, said: recording, urgent: false });
  }
  if (!own && !flagged) return undefined;
  const onDuty = await raiseAlert(transaction, {
    ...{ ...cause, ref: saidRef(ref, words ?? '') },
    said: { ...said, kind: words === undefined ? 'voice' : 'text' },
    reason: flagged ? 'contentCheck' : 'words',
    level: flagged ? gravest(own ?? 'S2', 'S2') : (own ?? 'S1'),
    rules: reasons.map(({ rule }) => rule),
  });
  return helpFor(own, onDuty);
}

const voiceCheck = ({ ref, openid, voice, now }: Omit<About, 'verdict'>) => ({
  ...{ thing: 'note' as const, ref: saidRef(ref, voice?.fileId ?? '') },
  // The same recording may be said once more.
  ...{ openid, part: 'voice' as const, number: 0, now },
});

/**
 * What of these words and this recording WeChat has not answered for: asked where they are replaced,
 * a round trip each.
 */
export async function notAnswered(
  transaction: Transaction,
  ref: string,
  { words, voice }: Said,
): Promise<Said> {
  const waits = async (part: 'text' | 'voice', said: string) =>
    isExpected(transaction, { thing: 'note', ref: saidRef(ref, said), part });
  return {
    ...(words !== undefined && (await waits('text', words)) && { words }),
    ...(voice && (await waits('voice', voice.fileId)) && { voice }),
  };
}

/** After the commit; what fails is begun by the job. */
export async function startVoiceCheck(
  database: Database,
  about: Omit<About, 'verdict'>,
): Promise<void> {
  const { voice } = about;
  if (voice) await startMediaCheck(database, { ...voiceCheck(about), fileId: voice.fileId });
}
