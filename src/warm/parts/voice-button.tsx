import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { play, stopPlaying } from '@/session/recorder';
import { warm } from '@/wording/warm-pages';
import { keepVoice, keptVoice } from './kept-voices';

interface Props {
  childId: string;
  entryId: string;
  part: 'own' | 'answer';
  seconds: number;
  /** In the child's corner: what was heard once stays on the phone. */
  keep?: boolean;
  main?: boolean;
  /** It was heard to its end. */
  onHeard?: () => void;
}

/** Plays a recording of the timeline through a checked link, or the copy that lies on this phone. */
export function VoiceButton({ childId, entryId, part, seconds, keep, main, onHeard }: Props) {
  const [state, setState] = useState<'idle' | 'busy' | 'playing' | 'failed'>('idle');
  useEffect(() => () => stopPlaying(), []);

  async function begin() {
    setState('busy');
    const id = `${entryId}-${part}`;
    const kept = keep ? await keptVoice(id) : undefined;
    const source = kept ?? (await fetched(id));
    if (source === undefined) {
      setState('failed');
      return;
    }
    setState('playing');
    play(source, () => {
      setState('idle');
      onHeard?.();
    });
  }

  async function fetched(id: string): Promise<string | undefined> {
    const answer = await call('family.hearVoice', { childId, entryId, part });
    if (!answer.ok) return undefined;
    const { url } = answer.data;
    const kept = keep ? await keepVoice(id, url) : undefined;
    return kept ?? url;
  }

  const playing = state === 'playing';
  return (
    <View className="stack stack--tight">
      <Button
        id={`play-${part}-${entryId}`}
        look={main ? 'main' : 'soft'}
        icon={playing ? 'circle-stop' : 'play'}
        label={playing ? warm.stop : warm.play(seconds)}
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
      {state === 'failed' ? <Line icon="wifi-off" text={warm.playFailed} /> : null}
    </View>
  );
}
