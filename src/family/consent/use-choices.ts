import { useRef, useState } from 'react';
import type { Failure } from '@contract';
import type { Consent } from '@contract/consent';
import type { Purpose } from '@contract/enums';
import { call } from '@/cloud/call';
import { newRequestId } from '@/cloud/request-id';
import { noteConsents } from '@/session/consents';
import { consentTexts } from '@/wording/consent';

interface Choices {
  /** How everything stands after the last choice; undefined before the first. */
  consents: Consent[] | undefined;
  busy: boolean;
  failed: Failure | undefined;
  decide: (purpose: Purpose, agree: boolean) => Promise<boolean>;
  /** Answers how many visits still stand. */
  withdraw: (purpose: Purpose) => Promise<number | undefined>;
}

/** Agreeing, saying no, taking back: each sent once, however often it is tapped. */
export function useChoices(childId: string): Choices {
  const [consents, setConsents] = useState<Consent[]>();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure>();
  const requestIds = useRef(new Map<string, string>());

  /** The id of a choice stays until its answer has come. */
  function idOf(choice: string): string {
    const id = requestIds.current.get(choice) ?? newRequestId();
    requestIds.current.set(choice, id);
    return id;
  }

  function settle(choice: string, next: Consent[]): void {
    requestIds.current.delete(choice);
    setConsents(next);
    noteConsents(childId, next);
  }

  async function decide(purpose: Purpose, agree: boolean) {
    const choice = `${purpose} ${String(agree)}`;
    setBusy(true);
    const { version } = consentTexts[purpose];
    const input = { childId, choices: [{ purpose, agree, version }] };
    const answer = await call('account.giveConsent', input, idOf(choice));
    setBusy(false);
    setFailed(answer.ok ? undefined : answer.error);
    if (answer.ok) settle(choice, answer.data.consents);
    return answer.ok;
  }

  async function withdraw(purpose: Purpose) {
    const choice = `${purpose} withdraw`;
    setBusy(true);
    const answer = await call('account.withdrawConsent', { childId, purpose }, idOf(choice));
    setBusy(false);
    setFailed(answer.ok ? undefined : answer.error);
    if (!answer.ok) return undefined;
    settle(choice, answer.data.consents);
    return answer.data.visitsAhead;
  }

  return { consents, busy, failed, decide, withdraw };
}
