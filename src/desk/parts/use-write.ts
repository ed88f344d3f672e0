import { useRef, useState } from 'react';
import type { ActionName, Failure, InputOf, OutputOf } from '@contract';
import { call } from '@/cloud/call';
import { newRequestId } from '@/cloud/request-id';

export interface Write<Name extends ActionName> {
  busy: boolean;
  /** What the last try came to, if it did not succeed. */
  failed: Failure | undefined;
  /** Resolves with the answer, or with nothing when it failed. */
  run: (input: InputOf<Name>) => Promise<OutputOf<Name> | undefined>;
}

/**
 * A writing action that may be tapped again: the same wish is the same request until it has
 * succeeded, so that nothing is done twice; another wish is another request.
 */
export function useWrite<Name extends ActionName>(action: Name): Write<Name> {
  const [state, setState] = useState<{ busy: boolean; failed?: Failure }>({ busy: false });
  const asked = useRef<{ wish: string; requestId: string }>();
  const busy = useRef(false);

  async function run(input: InputOf<Name>) {
    if (busy.current) return undefined;
    busy.current = true;
    setState({ busy: true });
    const wish = JSON.stringify(input);
    if (asked.current?.wish !== wish) asked.current = { wish, requestId: newRequestId() };
    const answer = await call(action, input, asked.current.requestId);
    busy.current = false;
    if (answer.ok) {
      asked.current = undefined;
      setState({ busy: false });
      return answer.data;
    }
    setState({ busy: false, failed: answer.error });
    return undefined;
  }

  return { busy: state.busy, failed: state.failed, run };
}
