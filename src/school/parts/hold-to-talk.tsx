import { View } from '@tarojs/components';
import { useDidHide } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { limits } from '@contract/limits';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Line } from '@/components/notice';
import {
  discardRecording,
  startRecording,
  stopPlaying,
  stopRecording,
  type Recording,
} from '@/session/recorder';
import { usePlayer } from '@/session/use-player';
import { voice } from '@/wording/voice';
import { thread } from '@/wording/thread';

/** A touch shorter than this is a tap: the recording goes on until the next one. */
const tapMs = 500;

/** Hold and speak, or tap, speak and tap: both end in hearing it before it is sent. */
export function HoldToTalk({ onDone }: { onDone: (recording: Recording) => void }) {
  const [state, setState] = useState<'idle' | 'holding' | 'tapped' | 'denied'>('idle');
  const [seconds, setSeconds] = useState(0);
  const began = useRef(0);
  const touched = useRef(false);
  /** What the finger began; a render may come only after it is up again. */
  const holding = useRef(false);
  const live = state === 'holding' || state === 'tapped';
  useEffect(() => {
    if (!live) return undefined;
    const timer = setInterval(() => setSeconds((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [live]);
  useEffect(() => () => stopRecording(), []);
  useDidHide(() => {
    if (live) stopRecording();
  });

  function begin(how: 'holding' | 'tapped') {
    stopPlaying();
    setSeconds(0);
    setState(how);
    began.current = Date.now();
    startRecording({
      onDone(recording) {
        setState('idle');
        if (recording) onDone(recording);
      },
      onFailed: () => setState('denied'),
    });
  }

  return (
    <>
      <View
        id="hold"
        className={`composer__hold${live ? ' composer__hold--on' : ''}`}
        ariaRole="button"
        onTouchStart={() => {
          touched.current = true;
          holding.current = !live;
          if (live) stopRecording();
          else begin('holding');
        }}
        onTouchEnd={() => {
          if (!holding.current) return;
          holding.current = false;
          if (Date.now() - began.current < tapMs) setState('tapped');
          else stopRecording();
        }}
        // A mouse or a screen reader taps without touching.
        onClick={() => {
          if (touched.current) touched.current = false;
          else if (live) stopRecording();
          else begin('tapped');
        }}
      >
        <Icon name={live ? 'circle-stop' : 'mic'} size="large" />
        <View>{live ? (state === 'tapped' ? thread.tapped : thread.holding) : thread.hold}</View>
      </View>
      {live ? (
        <View className="t-small t-quiet">{voice.secondsOf(seconds, limits.voiceSeconds)}</View>
      ) : null}
      {state === 'denied' ? <Line icon="circle-alert" text={thread.denied} /> : null}
    </>
  );
}

interface HeardProps {
  recording: Recording;
  sendLabel: string;
  onSend: () => void;
  onDrop: () => void;
}

/** What was recorded, to be heard before it goes. */
export function Heard({ recording, sendLabel, onSend, onDrop }: HeardProps) {
  const { playing, toggle } = usePlayer(() => Promise.resolve(recording.path));
  return (
    <>
      <View className="t-strong">{thread.heardTitle(recording.seconds)}</View>
      <View className="grid-2">
        <Button
          id="heard-play"
          look="soft"
          icon={playing ? 'circle-stop' : 'play'}
          label={playing ? thread.stop : thread.hear}
          onTap={toggle}
        />
        <Button
          id="heard-drop"
          look="soft"
          icon="trash-2"
          label={thread.discard}
          onTap={() => {
            discardRecording(recording.path);
            onDrop();
          }}
        />
      </View>
      <Button id="send-voice" icon="send" label={sendLabel} onTap={onSend} />
    </>
  );
}
