import { useRef, useState } from 'react';
import type { ActionName, Answer, InputOf, OutputOf } from '@contract';
import { call } from './call';
import { newRequestId } from './request-id';

export interface Writing {
  busy: boolean;
  /** Why the last try failed, as a sentence. */
  failed: string | undefined;
  write: <Name extends ActionName>(
    action: Name,
    input: InputOf<Name>,
  ) => Promise<Answer<OutputOf<Name>>>;
}

/** Writes on a tap. Until it has succeeded the same wish keeps its requestId, so it is done once. */
export function useWrite(): Writing {
  const requestIds = useRef(new Map<string, string>());
  const [state, setState] = useState<{ busy: boolean; failed?: string }>({ busy: false });

  async function write<Name extends ActionName>(action: Name, input: InputOf<Name>) {
    const wish = JSON.stringify([action, input]);
    const requestId = requestIds.current.get(wish) ?? newRequestId();
    requestIds.current.set(wish, requestId);
    setState({ busy: true });
    const answer = await call(action, input, requestId);
    if (answer.ok) requestIds.current.delete(wish);
    setState(answer.ok ? { busy: false } : { busy: false, failed: answer.error.message });
    return answer;
  }
  return { busy: state.busy, failed: state.failed, write };
}
