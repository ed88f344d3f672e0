import { View } from '@tarojs/components';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { usePlayer } from '@/session/use-player';
import { warm } from '@/wording/warm-pages';
import { dropVoice, keepVoice, keptVoice } from './kept-voices';

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
  const id = `${entryId}-${part}`;
  const { state, playing, toggle } = usePlayer(find, (ending) => {
    if (ending === 'heard') onHeard?.();
    // What lies here may be broken: the next try fetches it anew.
    if (ending === 'failed' && keep) dropVoice(id);
  });

  async function find(): Promise<string | undefined> {
    const before = keep ? await keptVoice(id) : undefined;
    if (before !== undefined) return before;
    const answer = await call('family.hearVoice', { childId, entryId, part });
    if (!answer.ok) return undefined;
    const { url } = answer.data;
    return (keep ? await keepVoice(id, url) : undefined) ?? url;
  }

  return (
    <View className="stack stack--tight">
      <Button
        id={`play-${part}-${entryId}`}
        look={main ? 'main' : 'soft'}
        icon={playing ? 'circle-stop' : 'play'}
        label={playing ? warm.stop : warm.play(seconds)}
        busy={state === 'busy'}
        onTap={toggle}
      />
      {state === 'failed' ? <Line icon="wifi-off" text={warm.playFailed} /> : null}
    </View>
  );
}
