import { useState } from 'react';
import { newRequestId } from '@/cloud/request-id';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { choosePicture } from '@/session/choose-picture';
import { useQueue, type MessageEntry } from '@/session/queue';
import type { Recording } from '@/session/recorder';
import { thread } from '@/wording/thread';
import { Heard, HoldToTalk } from './hold-to-talk';

interface Props {
  entry: MessageEntry;
  side: 'family' | 'staff';
  onDone: () => void;
}

/** In place of the composer: what was recorded is gone, and is said once more to the same people. */
export function RecordAgain({ entry: { requestId, audience }, side, onDone }: Props) {
  const [recording, setRecording] = useState<Recording>();
  const mend = useQueue((queue) => queue.mend);
  const few = side === 'family' && audience === 'teacher';
  return (
    <>
      <Line icon="mic" text={thread.goneRecord} />
      {few ? <Line icon="lock" text={thread.onlyTeacherOn} /> : null}
      {recording ? (
        <Heard
          recording={recording}
          sendLabel={side === 'staff' ? thread.sendFamily : few ? thread.send : thread.sendAll}
          onDrop={() => setRecording(undefined)}
          onSend={() => {
            const { path, seconds, format } = recording;
            mend(requestId, { file: { path, name: `${newRequestId()}.${format}`, seconds } });
            onDone();
          }}
        />
      ) : (
        <HoldToTalk onDone={setRecording} />
      )}
      <Button id="close-again" look="quiet" label={thread.close} onTap={onDone} />
    </>
  );
}

/** The same for a picture. */
export async function pickAgain({ requestId }: MessageEntry): Promise<void> {
  const picture = await choosePicture();
  if (!picture) return;
  const { path, format } = picture;
  useQueue.getState().mend(requestId, { file: { path, name: `${newRequestId()}.${format}` } });
}
