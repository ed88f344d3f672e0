import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '@/cloud/call';
import { newRequestId } from '@/cloud/request-id';
import { circle } from '@/wording/circle';

export interface Invitation {
  /** There is a card to send. */
  code: string | undefined;
  busy: boolean;
  failed: string | undefined;
  /** Where the card leads. */
  path: string;
  prepare: () => void;
}

const joinPath = (code: string) => `/family/join/index?code=${code}`;
const homePath = '/pages/home/index';

/**
 * A card for WeChat. The code is fetched before the tap that shares: WeChat waits for nothing. The
 * card names neither child nor family, and without a code it leads to the front door.
 */
export function useInvitation(childId: string): Invitation {
  const [code, setCode] = useState<string>();
  const [state, setState] = useState<{ busy: boolean; failed?: string }>({ busy: false });
  const [requestId, setRequestId] = useState(() => newRequestId());
  const path = code === undefined ? homePath : joinPath(code);

  useShareAppMessage(({ from }) => {
    // From WeChat's own menu only the front door is shared.
    if (from !== 'button') return { title: circle.remindTitle, path: homePath };
    return { title: code === undefined ? circle.remindTitle : circle.cardTitle, path };
  });

  async function prepare() {
    setState({ busy: true });
    const answer = await call('family.inviteFamily', { childId }, requestId);
    setState(answer.ok ? { busy: false } : { busy: false, failed: answer.error.message });
    if (!answer.ok) return;
    setCode(answer.data.code);
    // The next card is another one.
    setRequestId(newRequestId());
  }

  return {
    code,
    busy: state.busy,
    failed: state.failed,
    path,
    prepare: () => void prepare(),
  };
}
