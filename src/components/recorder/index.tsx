import { View } from '@tarojs/components';
import { limits } from '@contract/limits';
import { discardRecording, stopRecording, type Recording } from '@/session/recorder';
import { voice } from '@/wording/voice';
import { Button } from '../button';
import { Icon } from '../icon';
import { Line } from '../notice';
import { UrgentVoice } from '../urgent-voice';
import './index.scss';
import { useRecording } from './use-recording';

interface Props {
  recording: Recording | undefined;
  onChange: (recording: Recording | undefined) => void;
  /** What is said here instead of what is told to a counsellor. */
  words?: Partial<Pick<typeof voice, 'record' | 'recordHint' | 'refused' | 'denied'>>;
  /** How long it may last, seconds. */
  most?: number;
}

/** Say it instead of typing: tap to begin, tap to end, hear it, keep it or not. */
export function Recorder({ recording, onChange, words, most = limits.voiceSeconds }: Props) {
  const said = { ...voice, ...words };
  const { state, seconds, refused, begin, listen } = useRecording(onChange, most);

  if (state === 'recording') {
    return (
      <View
        key="recording"
        id="record-stop"
        className="recorder recorder--on"
        ariaRole="button"
        onClick={stopRecording}
      >
        <Icon name="circle-stop" size="large" />
        <View className="grow">
          <View className="t-strong">{voice.recording}</View>
          <View className="t-small">{voice.secondsOf(seconds, most)}</View>
        </View>
      </View>
    );
  }
  if (recording) {
    return (
      <View key="kept" className="stack">
        <View className="recorder recorder--kept">
          <Icon name="check" />
          <View className="grow t-strong">{voice.kept(recording.seconds)}</View>
        </View>
        <View className="grid-2">
          <Button
            id="record-play"
            look="soft"
            icon={state === 'playing' ? 'circle-stop' : 'play'}
            label={state === 'playing' ? voice.stop : voice.play}
            onTap={() => listen(recording)}
          />
          <Button
            id="record-again"
            look="soft"
            icon="trash-2"
            label={voice.remove}
            onTap={() => {
              discardRecording(recording.path);
              onChange(undefined);
            }}
          />
        </View>
        <UrgentVoice />
      </View>
    );
  }
  return (
    <View key="idle" className="stack stack--tight">
      <View
        id="record"
        className="recorder"
        hoverClass="recorder--pressed"
        ariaRole="button"
        onClick={begin}
      >
        <Icon name="mic" size="large" />
        <View className="grow">
          <View className="t-strong">{said.record}</View>
          <View className="t-small t-quiet">{said.recordHint}</View>
        </View>
      </View>
      {state === 'denied' ? (
        <Line icon="circle-alert" text={refused ? said.refused : said.denied} />
      ) : null}
    </View>
  );
}
