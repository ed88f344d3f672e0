import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { usePlayer } from '@/session/use-player';
import { visitWords } from '@/wording/desk-visit';

/** What the family recorded, over a link that works for some minutes. */
export function Voice({ appointmentId, seconds }: { appointmentId: string; seconds: number }) {
  const { state, playing, toggle } = usePlayer(async () => {
    const answer = await call('booking.listenToVoice', { appointmentId });
    return answer.ok ? answer.data.url : undefined;
  });
  return (
    <>
      <Button
        id="voice"
        look="soft"
        icon={playing ? 'circle-stop' : 'play'}
        busy={state === 'busy'}
        label={playing ? visitWords.voiceStop : visitWords.voice(seconds)}
        onTap={toggle}
      />
      {state === 'failed' ? (
        <Line tone="alarm" icon="circle-alert" text={visitWords.voiceGone} />
      ) : null}
    </>
  );
}
