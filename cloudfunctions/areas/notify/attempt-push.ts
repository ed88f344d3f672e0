import { setTimeout as wait } from 'node:timers/promises';
import { nextTry, outcomeOf, slowPauseMs, spoilsTemplate, type Outcome } from '@rules/push-errors';
import { inboxPage } from '@rules/push-pages';
import { pushParts } from '@rules/push-templates';
import type { PushDocument } from '../../platform/collections';
import { faultOf, log } from '../../platform/log';
import { dutyHook, templatesOf } from '../../platform/push-config';
import { sendSubscribeMessage } from '../../platform/sdk';
import { callHook } from './call-hook';
import { openContent } from './push-document';

/** One attempt, what came of it, and what is to be written down. */
export interface Attempt {
  push: PushDocument;
  outcome: Outcome;
  /** Whatever else goes by the template would fail as well. */
  spoils: boolean;
  /** No further attempt is made. */
  over: boolean;
  change: Partial<PushDocument>;
}

/** Longer than WeChat mostly needs; afterwards nobody knows whether it arrived. */
const patienceMs = 5_000;

/** Sends one message. Throws nothing. */
export async function attemptPush(push: PushDocument, now: number): Promise<Attempt> {
  let code: number | undefined;
  try {
    code = push.channel === 'hook' ? await hook(push) : await toWeChat(push);
  } catch (error) {
    log({ action: 'attemptPush', code: 'INTERNAL', ...faultOf(error) });
    // A message that cannot even be put together will not be so by another try.
    code = 47003;
  }
  const outcome = outcomeOf(code);
  const change = changeOf(push, outcome, now);
  const over = change.dueAt === null;
  return {
    push: { ...push, ...change },
    ...{ outcome, over, spoils: spoilsTemplate(code) },
    change: { ...change, code: code ?? null },
  };
}

async function toWeChat(push: PushDocument): Promise<number | undefined> {
  const template = templatesOf().get(push.template);
  if (!template) return 40037;
  const { families, ...content } = openContent(push);
  const parts = pushParts(
    push.template,
    { ...content, count: families ?? push.count },
    families === undefined ? push.kind : 'teacher',
  );
  const data = Object.fromEntries(
    Object.entries(parts).map(([part, value]) => [template.keywords[part] ?? part, { value }]),
  );
  const message = { touser: push.to, templateId: template.id, data };
  const code = await within(sendSubscribeMessage({ ...message, page: push.page }));
  // The page is in no version that people have: better home than not at all.
  return outcomeOf(code) === 'page'
    ? within(sendSubscribeMessage({ ...message, page: inboxPage }))
    : code;
}

/** A hook that answers anything but success is tried again like a message without an answer. */
async function hook(push: PushDocument): Promise<number | undefined> {
  const to = dutyHook();
  if (!to) return 40003;
  return (await callHook(to, { id: push._id, at: push.at })) ? 0 : undefined;
}

async function within(asked: Promise<number | undefined>): Promise<number | undefined> {
  const over = new AbortController();
  const late = wait(patienceMs, undefined, { signal: over.signal }).catch(() => undefined);
  try {
    return await Promise.race([asked, late]);
  } finally {
    over.abort();
  }
}

/** An attempt that surely did not arrive counts for no limit. */
const notArrived = ({ attempts }: PushDocument) => ({
  attempts: attempts - 1,
  ...(attempts <= 1 && { sentAt: null }),
});

function changeOf(push: PushDocument, outcome: Outcome, now: number): Partial<PushDocument> {
  const settled = { dueAt: null, claim: null };
  switch (outcome) {
    case 'sent':
      return { ...settled, state: 'sent', why: null };
    case 'spent':
      // The consent may be spent because an attempt before did arrive.
      return push.attempts > 1
        ? { ...settled, state: 'sent', why: 'unsure', attempts: push.attempts - 1 }
        : { ...settled, state: 'skipped', why: 'credit', ...notArrived(push) };
    case 'gone':
      return { ...settled, state: 'skipped', why: 'gone', ...notArrived(push) };
    case 'letter':
    case 'page':
      return { ...settled, state: 'dead', why: 'refused', ...notArrived(push) };
    case 'slow':
      return {
        ...{ state: 'due', claim: null, dueAt: now + slowPauseMs, tries: push.tries - 1 },
        ...notArrived(push),
      };
    case 'unknown': {
      const at = nextTry(push.tries, now);
      return at === undefined
        ? { ...settled, state: 'dead', why: 'noAnswer' }
        : { state: 'due', claim: null, dueAt: at };
    }
  }
}
