import { useRef, useState } from 'react';
import * as v from 'valibot';
import type { InputOf } from '@contract';
import {
  PushAnswerSchema,
  PushTemplateSchema,
  type PushState,
  type PushTemplate,
} from '@contract/push';
import { worthAsking } from '@rules/push-asking';
import { call } from '@/cloud/call';
import { serverNow } from '@/cloud/clock';
import { newRequestId } from '@/cloud/request-id';
import { readStored, store } from '@/cloud/storage';
import { useQuery, type Query } from '@/cloud/use-query';
import type { Pushes } from '@contract/push';
import { askWeChat } from './ask-we-chat';
import { usePerson } from './use-person';

type Input = InputOf<'notify.recordSubscription'>;
/** Answers that were given and not written down yet: consents that WeChat has must not be forgotten. */
const UnsentSchema = v.array(
  v.object({
    requestId: v.string(),
    answers: v.array(v.object({ template: PushTemplateSchema, answer: PushAnswerSchema })),
  }),
);
const key = 'subscriptions';
const unsentAtMost = 20;

/** What the caller will be told; nothing for whoever has no account. */
export function usePushes(): Query<Pushes> {
  // It may be the first page that is opened on this phone.
  const { person } = usePerson();
  return useQuery('notify.showPushes', person.signedIn ? {} : undefined);
}

export type Asked = 'not' | 'accepted' | 'refused' | 'unanswered';

export interface Asking {
  /** What is worth asking for here, at most three; empty: there is nothing to ask. */
  wanted: PushState[];
  asked: Asked;
  /** In the tap itself. */
  ask: () => void;
}

/**
 * Asks WeChat, where the stock is short, whether the person may be told. Whatever comes of it changes
 * nothing of what they have just done, and no answer is asked for twice in one place.
 */
export function useAsking(pushes: Query<Pushes>, templates: readonly PushTemplate[]): Asking {
  const [asked, setAsked] = useState<Asked>('not');
  const busy = useRef(false);
  const wanted = worthAsking(pushes.data?.pushes ?? [], templates, serverNow());
  return {
    wanted,
    asked,
    ask() {
      if (busy.current || wanted.length === 0) return;
      busy.current = true;
      void askFor(wanted).then((outcome) => {
        busy.current = false;
        setAsked(outcome);
        pushes.reload();
      });
    },
  };
}

async function askFor(wanted: readonly PushState[]): Promise<Asked> {
  const said = await askWeChat(wanted.flatMap(({ templateId }) => templateId ?? []));
  const answers = wanted.flatMap(({ template, templateId = '' }) => {
    const answer = said.get(templateId);
    return answer === undefined ? [] : [{ template, answer }];
  });
  if (answers.length === 0) return 'unanswered';
  keep([...unsent(), { requestId: newRequestId(), answers }]);
  await sendUnsent();
  return answers.some(({ answer }) => answer === 'accept') ? 'accepted' : 'refused';
}

type Unsent = Input & { requestId: string };
const unsent = (): Unsent[] => readStored(key, UnsentSchema) ?? [];
const keep = (list: Unsent[]) => store(key, list.slice(-unsentAtMost));

/** Writes down what was answered, each once; what has no network waits on the device. */
export async function sendUnsent(): Promise<void> {
  for (const { requestId, answers } of unsent()) {
    const answer = await call('notify.recordSubscription', { answers }, requestId);
    if (!answer.ok && answer.error.retry === 'same') return;
    keep(unsent().filter((one) => one.requestId !== requestId));
  }
}
