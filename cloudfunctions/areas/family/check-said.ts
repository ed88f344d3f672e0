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
  isFlagged,
  startMediaCheck,
  type Verdict,
} from '../../platform/content-check';
import type { Database } from '../../platform/database';
import type { Transaction } from '../../platform/transaction';

interface Said {
  words?: string | undefined;
  voice?: Voice | undefined;
}

/** What WeChat says of the words, asked before anything is written. */
export async function verdictOn(openid: string, { words }: Said): Promise<Verdict> {
  return words === undefined ? 'pass' : checkText(openid, words);
}

export const isHeld = (verdict: Verdict) => (isFlagged(verdict) ? true : undefined);

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
    const number = seriesOf(words ?? '');
    await expectCheck(transaction, { thing, ref, openid, part: 'text', number, now });
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
    // A day is put right under the same name: other words are another cause.
    ...{ ...cause, ref: `${ref}.${seriesOf(words ?? '')}` },
    said: { ...said, kind: words === undefined ? 'voice' : 'text' },
    reason: flagged ? 'contentCheck' : 'words',
    level: flagged ? gravest(own ?? 'S2', 'S2') : (own ?? 'S1'),
    rules: reasons.map(({ rule }) => rule),
  });
  return helpFor(own, onDuty);
}

const voiceCheck = ({ ref, openid, voice, now }: Omit<About, 'verdict'>) => ({
  ...{ thing: 'note' as const, ref, openid, part: 'voice' as const, now },
  // A mood that is put right, or an answer, has another recording than before.
  number: seriesOf(voice?.fileId ?? ''),
});

/** A number for each of several texts or files of one entry. */
const seriesOf = (text: string) =>
  Array.from(text).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_007, 0);

/** After the commit; what fails is begun by the job. */
export async function startVoiceCheck(
  database: Database,
  about: Omit<About, 'verdict'>,
): Promise<void> {
  const { voice } = about;
  if (voice) await startMediaCheck(database, { ...voiceCheck(about), fileId: voice.fileId });
}
