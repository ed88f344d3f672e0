import { useRef, useState } from 'react';
import type { CircleMember } from '@contract/family';
import { call } from '@/cloud/call';
import { newRequestId } from '@/cloud/request-id';

/** Takes an adult out once, however often it is tapped. */
export function useRemoval(childId: string, onDone: (member: CircleMember) => void) {
  const [state, setState] = useState<{ busy: boolean; failed?: string | undefined }>({
    busy: false,
  });
  const requestIds = useRef(new Map<string, string>());

  async function run(member: CircleMember) {
    setState({ busy: true });
    const requestId = requestIds.current.get(member.id) ?? newRequestId();
    requestIds.current.set(member.id, requestId);
    const answer = await call(
      'family.removeFromCircle',
      { childId, memberId: member.id },
      requestId,
    );
    setState({ busy: false, failed: answer.ok ? undefined : answer.error.message });
    if (answer.ok) onDone(member);
  }
  return { ...state, run: (member: CircleMember) => void run(member) };
}
