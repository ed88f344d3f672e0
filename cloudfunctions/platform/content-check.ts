import { setTimeout as wait } from 'node:timers/promises';
import { minuteMs } from '@rules/dates';
import { contentChecks, type ContentCheckDocument } from './collections';
import { command, type Database } from './database';
import { beginMediaCheck, checkContent, temporaryLink } from './sdk';
import type { Transaction } from './transaction';

/**
 * What WeChat's check says of a text. `unchecked`: WeChat did not answer, or may not be asked just
 * now (45009, 61010): the text is delivered, and the job asks again (`expectCheck`).
 */
export type Verdict = 'pass' | 'review' | 'risky' | 'unchecked';

/** What WeChat flags is kept and shown to the school first; it is never thrown away. */
export const isFlagged = (verdict: Verdict) => verdict === 'review' || verdict === 'risky';

/** Between a few people who know each other: WeChat's nearest is the social log. */
const ourScene = 4;
/** A sender waits no longer for WeChat; the job asks then. */
const patienceMs = 2_000;
/** WeChat takes no more at once. */
const mostCharacters = 2500;
/** A result comes within 30 minutes; later it was lost. */
const resultMs = 40 * minuteMs;
/** Links that WeChat fetches the file by. */
const linkSeconds = 60 * 60;

/** Asks WeChat's msgSecCheck 2.0 about a text; of a long one the worst part counts. Throws nothing. */
export async function checkText(openid: string, text: string, scene = ourScene): Promise<Verdict> {
  const characters = Array.from(text);
  let worst: Verdict = 'pass';
  for (let from = 0; from < characters.length; from += mostCharacters) {
    const part = characters.slice(from, from + mostCharacters).join('');
    if (part.trim() === '') continue;
    try {
      const verdict = await within(checkContent(part, { openid, scene }));
      if (verdict === 'risky') return verdict;
      if (verdict === 'review') worst = verdict;
    } catch {
      // What was found so far stands; what is only unknown is asked again.
      if (worst === 'pass') worst = 'unchecked';
    }
  }
  return worst;
}

async function within<Result>(asked: Promise<Result>): Promise<Result> {
  const over = new AbortController();
  const late = wait(patienceMs, undefined, { signal: over.signal }).then(() => {
    throw new Error('no answer in time');
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    over.abort();
    late.catch(() => undefined);
  }
}

type Wanted = Pick<ContentCheckDocument, 'thing' | 'ref' | 'openid' | 'part'> & {
  /** Of a check that is noted already. */
  _id?: string;
  fileId?: string;
  /** Of several pictures of one thing, from 0. */
  number?: number;
  now: number;
};

const checkId = ({
  thing,
  ref,
  part,
  number = 0,
}: Pick<Wanted, 'thing' | 'ref' | 'part' | 'number'>) => `${thing}_${ref}_${part}${number}`;

/**
 * Notes, in the transaction that writes a thing, that part of it is still to be checked: a text that
 * is `unchecked`, and every picture and recording. Call `startMediaCheck` after the commit; what
 * fails then is begun by the job.
 */
export async function expectCheck(transaction: Transaction, wanted: Wanted): Promise<void> {
  const { thing, ref, openid, part, fileId, number, now } = wanted;
  const check: ContentCheckDocument = {
    _id: checkId(wanted),
    ...{ thing, ref, part, openid, fileId: fileId ?? null },
    ...{ traceId: null, at: now, lookAt: now + minuteMs, tries: 0 },
  };
  if (number === undefined) return transaction.add(contentChecks, check);
  // Said once more with the same words or recording, while the first check has no answer yet.
  const known = await transaction.get(contentChecks, check._id);
  if (known) await transaction.update(contentChecks, check._id, { lookAt: check.lookAt });
  else await transaction.add(contentChecks, check);
}

/** Whether a part of a thing waits for WeChat's answer. */
export const isExpected = async (
  transaction: Transaction,
  part: Pick<Wanted, 'thing' | 'ref' | 'part'>,
): Promise<boolean> => (await transaction.get(contentChecks, checkId(part))) !== undefined;

/**
 * Asks WeChat's mediaCheckAsync about a noted picture or recording. The result comes to the
 * `callback` function (areas/school/settle-media-check.ts). Throws nothing: the job asks again.
 */
export async function startMediaCheck(
  database: Database,
  wanted: Wanted & { part: 'voice' | 'picture'; fileId: string },
): Promise<boolean> {
  const { openid, part, fileId, now } = wanted;
  try {
    const link = await temporaryLink(fileId, linkSeconds);
    if (link === undefined) return false;
    const traceId = await beginMediaCheck(link, part, { openid, scene: ourScene });
    const asked = { traceId, lookAt: now + resultMs, tries: command.inc(1) };
    await database.updateWhere(contentChecks, { _id: wanted._id ?? checkId(wanted) }, asked);
    return true;
  } catch {
    return false;
  }
}
