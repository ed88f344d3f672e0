import { useEffect, useRef, useState } from 'react';
import type { Failure } from '@contract';
import { itemsPerForm, type Advice, type ShownForm } from '@contract/screening';
import { call } from '@/cloud/call';
import { transport } from '@/cloud/transport';
import type { About } from '../parts/child-of';
import { forgetDraft, type Draft } from '../parts/draft';

export interface Sending {
  advice: Advice | undefined;
  busy: boolean;
  failed: Failure | undefined;
  send: (draft: Draft) => Promise<void>;
}

/**
 * Sends what was answered, and again by itself when there is network, also after the page was left.
 * The requestId belongs to the draft, so that it arrives once; "it is today" said afterwards is a
 * request of its own, which safeguarding gets whatever became of the first.
 */
export function useSending({ childId, as }: About, form: ShownForm): Sending {
  const [state, setState] = useState<Omit<Sending, 'send'>>({
    ...{ advice: undefined, busy: false, failed: undefined },
  });
  const waiting = useRef<Draft>();

  async function send(draft: Draft): Promise<void> {
    const { requestId, safety = 'unsure' } = draft;
    setState((before) => ({ ...before, busy: true, failed: undefined }));
    const answers = Array.from(
      { length: itemsPerForm },
      (_, index) => draft.answers[index] ?? null,
    );
    const input = { childId, as, formId: form.id, version: form.version, answers, safety };
    const answer = await call('guides.submitScreening', input, requestId);
    if (answer.ok) {
      if (waiting.current === draft) waiting.current = undefined;
      forgetDraft(childId, as, draft);
      setState({ advice: answer.data.advice, busy: false, failed: undefined });
    } else {
      waiting.current = draft;
      setState((before) => ({ ...before, busy: false, failed: answer.error }));
    }
  }

  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    transport.onOnline(() => {
      if (waiting.current) void latest.current(waiting.current);
    });
  }, []);

  return { ...state, send };
}
