import { View } from '@tarojs/components';
import { useState } from 'react';
import { limits } from '@contract/limits';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Line } from '@/components/notice';
import { useRecording } from '@/components/recorder/use-recording';
import { stopRecording, type Recording } from '@/session/recorder';
import { recording } from '@/wording/recording';
import { voice } from '@/wording/voice';
import '@/components/recorder/index.scss';

interface Props {
  onKeep: (take: Recording) => void;
  /** A take that is not wanted: its file goes. */
  onDrop: (path: string) => void;
}

/** One take: record, hear it again, keep it or do it anew. */
export function TakeBox({ onKeep, onDrop }: Props) {
  const [take, setTake] = useState<Recording>();
  const { state, seconds, refused, begin, listen } = useRecording(setTake);

  function again() {
    if (take) onDrop(take.path);
    setTake(undefined);
    begin();
  }

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
          <View className="t-strong">{recording.stop}</View>
          <View className="t-small">{voice.secondsOf(seconds, limits.voiceSeconds)}</View>
        </View>
      </View>
    );
  }
  if (take) {
    return (
      <View key="take" className="stack">
        <View className="recorder recorder--kept">
          <Icon name="check" />
          <View className="grow t-strong">{voice.kept(take.seconds)}</View>
        </View>
        <View className="grid-2">
          <Button
            id="take-listen"
            look="soft"
            icon={state === 'playing' ? 'circle-stop' : 'play'}
            label={state === 'playing' ? recording.stopListening : recording.listen}
            onTap={() => listen(take)}
          />
          <Button id="take-again" look="soft" icon="repeat" label={recording.again} onTap={again} />
        </View>
        <Button id="take-keep" icon="check" label={recording.keep} onTap={() => onKeep(take)} />
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
        onClick={again}
      >
        <Icon name="mic" size="large" />
        <View className="grow">
          <View className="t-strong">{recording.record}</View>
          <View className="t-small t-quiet">{recording.recordHint}</View>
        </View>
      </View>
      {state === 'denied' ? (
        <Line icon="circle-alert" text={refused ? recording.refused : recording.denied} />
      ) : null}
    </View>
  );
}
