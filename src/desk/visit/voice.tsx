import { useEffect, useState } from 'react';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { play, stopPlaying } from '@/session/recorder';
import { visitWords } from '@/wording/desk-visit';

/** What the family recorded, over a link that works for some minutes. */
export function Voice({ appointmentId, seconds }: { appointmentId: string; seconds: number }) {
  const [state, setState] = useState<'idle' | 'asking' | 'playing' | 'failed'>('idle');
  useEffect(() => stopPlaying, []);
  async function listen() {
    if (state === 'playing') {
      stopPlaying();
      setState('idle');
      return;
    }
    setState('asking');
    const answer = await call('booking.listenToVoice', { appointmentId });
    if (!answer.ok) {
      setState('failed');
      return;
    }
    setState('playing');
    play(answer.data.url, () => setState('idle'));
  }
  return (
    <>
      <Button
        id="voice"
        look="soft"
        icon={state === 'playing' ? 'circle-stop' : 'play'}
        busy={state === 'asking'}
        label={state === 'playing' ? visitWords.voiceStop : visitWords.voice(seconds)}
        onTap={() => void listen()}
      />
      {state === 'failed' ? (
        <Line tone="alarm" icon="circle-alert" text={visitWords.voiceGone} />
      ) : null}
    </>
  );
}
