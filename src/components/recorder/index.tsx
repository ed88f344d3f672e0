import { View } from '@tarojs/components';
import { useDidHide } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { limits } from '@contract/limits';
import {
  play,
  startRecording,
  stopPlaying,
  stopRecording,
  type Recording,
} from '@/session/recorder';
import { usePrivacy } from '@/session/privacy';
import { voice } from '@/wording/voice';
import { Button } from '../button';
import { Icon } from '../icon';
import { Line } from '../notice';
import { UrgentVoice } from '../urgent-voice';
import './index.scss';

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
  const [state, setState] = useState<'idle' | 'recording' | 'playing' | 'denied'>('idle');
  const [seconds, setSeconds] = useState(0);
  const refused = usePrivacy((privacy) => privacy.refused);
  const done = useRef(onChange);
  useEffect(() => {
    done.current = onChange;
  }, [onChange]);

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
    setSeconds(0);
    setState('recording');
    startRecording(
      {
        onDone(result) {
          setState('idle');
          done.current(result);
        },
        onFailed: () => setState('denied'),
      },
      most,
    );
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
          <View className="t-strong">{voice.recording}</View>
          <View className="t-small">{voice.secondsOf(Math.min(seconds, most), most)}</View>
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
            onTap={() => {
              if (state === 'playing') {
                stopPlaying();
                setState('idle');
              } else {
                setState('playing');
                play(recording.path, () => setState('idle'));
              }
            }}
          />
          <Button
            id="record-again"
            look="soft"
            icon="trash-2"
            label={voice.remove}
            onTap={() => onChange(undefined)}
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
