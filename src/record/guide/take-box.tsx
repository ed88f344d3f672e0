import { View } from '@tarojs/components';
import { useDidHide } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { limits } from '@contract/limits';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Line } from '@/components/notice';
import { usePrivacy } from '@/session/privacy';
import {
  play,
  startRecording,
  stopPlaying,
  stopRecording,
  type Recording,
} from '@/session/recorder';
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
  const [state, setState] = useState<'idle' | 'recording' | 'playing' | 'denied'>('idle');
  const [seconds, setSeconds] = useState(0);
  const [take, setTake] = useState<Recording>();
  const refused = usePrivacy((privacy) => privacy.refused);

  useEffect(() => {
    if (state !== 'recording') return undefined;
    const timer = setInterval(() => setSeconds((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [state]);
  useEffect(
    () => () => {
      stopRecording();
      stopPlaying();
    },
    [],
  );
  // A page that lies under another must not listen on.
  useDidHide(() => {
    if (state === 'recording') stopRecording();
  });

  function begin() {
    stopPlaying();
    if (take) onDrop(take.path);
    setTake(undefined);
    setSeconds(0);
    setState('recording');
    startRecording({
      onDone(result) {
        setState('idle');
        setTake(result);
      },
      onFailed: () => setState('denied'),
    });
  }

  function listen() {
    if (!take) return;
    if (state === 'playing') {
      stopPlaying();
      setState('idle');
      return;
    }
    setState('playing');
    play(take.path, () => setState('idle'));
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
            onTap={listen}
          />
          <Button id="take-again" look="soft" icon="repeat" label={recording.again} onTap={begin} />
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
        onClick={begin}
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
