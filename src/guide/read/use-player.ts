import { useDidHide, useUnload } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { Speed } from '@rules/speech-parts';
import { speak, type Speaking } from '@/session/speaking';

export interface Player {
  state: 'still' | 'playing' | 'paused' | 'failed';
  /** The block that is being read, or was last. */
  at: number | undefined;
  speed: Speed;
  /** Play, pause, go on: whatever is next. */
  toggle(): void;
  /** One block back, or this one from its beginning when it is the first. */
  before(): void;
  /** Begins with this block and goes on to the end. */
  playFrom(at: number): void;
  setSpeed(speed: Speed): void;
}

/**
 * Reads block after block, only ever after a tap.
 * @param onHeard how many blocks, from the first on, were read to their end.
 */
export function usePlayer(texts: readonly string[], onHeard: (blocks: number) => void): Player {
  const [state, setState] = useState<Player['state']>('still');
  const [at, setAt] = useState<number>();
  const [speed, setSpeed] = useState<Speed>('normal');
  const voice = useRef<Speaking>();
  const heard = useRef(new Set<number>());

  function playFrom(start: number, fast: Speed = speed): void {
    const text = texts[start];
    if (text === undefined) {
      setState('still');
      return;
    }
    setAt(start);
    setState('playing');
    voice.current = speak(
      text,
      (ending) => {
        if (ending !== 'said') {
          setState(ending === 'failed' ? 'failed' : 'still');
          return;
        }
        heard.current.add(start);
        onHeard(fromTheFirst(heard.current));
        playFrom(start + 1, fast);
      },
      fast,
    );
  }

  function pause(): void {
    if (state !== 'playing') return;
    voice.current?.pause();
    setState('paused');
  }

  // WeChat stops the sound in the background: the button must not say that it goes on.
  useDidHide(pause);
  useUnload(() => voice.current?.stop());
  useEffect(() => () => voice.current?.stop(), []);

  return {
    ...{ state, at, speed, playFrom },
    toggle() {
      if (state === 'playing') pause();
      else if (state === 'paused') {
        voice.current?.resume();
        setState('playing');
      } else playFrom(at === undefined || at === texts.length - 1 ? 0 : at);
    },
    before: () => playFrom(Math.max(0, (at ?? 0) - 1)),
    setSpeed(next) {
      setSpeed(next);
      // A voice cannot change its pace in the middle of a piece: the block begins anew.
      if (state === 'playing') playFrom(at ?? 0, next);
      else if (state === 'paused') voice.current?.stop();
    },
  };
}

/** How many blocks in a row, beginning with the first. */
function fromTheFirst(heard: ReadonlySet<number>): number {
  let count = 0;
  while (heard.has(count)) count += 1;
  return count;
}
