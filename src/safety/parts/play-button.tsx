import { useEffect, useState } from 'react';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { play, stopPlaying } from '@/session/recorder';
import { safety } from '@/wording/safety';

interface Props {
  id: string;
  seconds: number;
  /** A link that works for some minutes; nothing when it cannot be had. */
  source: () => Promise<string | undefined>;
  onHeard?: () => void;
}

/** Plays what somebody said; a second tap stops. */
export function PlayButton({ id, seconds, source, onHeard }: Props) {
  const [state, setState] = useState<'idle' | 'busy' | 'playing' | 'failed'>('idle');
  useEffect(() => () => stopPlaying(), []);

  async function begin() {
    setState('busy');
    const url = await source();
    if (url === undefined) {
      setState('failed');
      return;
    }
    setState('playing');
    play(url, () => {
      setState('idle');
      onHeard?.();
    });
  }
  const playing = state === 'playing';
  return (
    <>
      <Button
        id={id}
        look="soft"
        icon={playing ? 'circle-stop' : 'play'}
        label={playing ? safety.stop : safety.play(seconds)}
        busy={state === 'busy'}
        onTap={() => {
          if (!playing) {
            void begin();
            return;
          }
          stopPlaying();
          setState('idle');
        }}
      />
      {state === 'failed' ? <Line icon="wifi-off" text={safety.playFailed} /> : null}
    </>
  );
}
