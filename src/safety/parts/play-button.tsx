import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { usePlayer } from '@/session/use-player';
import { safety } from '@/wording/safety';

interface Props {
  id: string;
  seconds: number;
  /** A link that works for some minutes; nothing when it cannot be had. */
  source: () => Promise<string | undefined>;
  onFailed?: () => void;
}

/** Plays what somebody said; a second tap stops. */
export function PlayButton({ id, seconds, source, onFailed }: Props) {
  const { state, playing, toggle } = usePlayer(source, (ending) => {
    if (ending === 'failed') onFailed?.();
  });
  return (
    <>
      <Button
        id={id}
        look="soft"
        icon={playing ? 'circle-stop' : 'play'}
        label={playing ? safety.stop : safety.play(seconds)}
        busy={state === 'busy'}
        onTap={toggle}
      />
      {state === 'failed' ? <Line icon="wifi-off" text={safety.playFailed} /> : null}
    </>
  );
}
