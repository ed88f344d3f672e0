import { useDidHide } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { limits } from '@contract/limits';
import { usePrivacy } from '@/session/privacy';
import {
  play,
  startRecording,
  stopPlaying,
  stopRecording,
  type Recording,
} from '@/session/recorder';

/**
 * What stands behind a button that records and is heard over: where it is, for how many seconds, and
 * whether the person did not agree to the microphone. Ends with the page, and under another one.
 */
export function useRecording(
  onDone: (recording: Recording) => void,
  most: number = limits.voiceSeconds,
) {
  const [state, setState] = useState<'idle' | 'recording' | 'playing' | 'denied'>('idle');
  const [seconds, setSeconds] = useState(0);
  const refused = usePrivacy((privacy) => privacy.refused);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  }, [onDone]);

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
          if (result) done.current(result);
        },
        onFailed: () => setState('denied'),
      },
      most,
    );
  }

  /** Plays it; the second tap stops. */
  function listen({ path }: Recording) {
    if (state === 'playing') {
      stopPlaying();
      return;
    }
    play(path, () => setState('idle'));
    setState('playing');
  }

  return { state, seconds: Math.min(seconds, most), refused, begin, listen };
}
