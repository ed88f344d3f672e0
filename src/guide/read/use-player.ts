import { useDidHide, useUnload } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import type { Sound } from '@contract/recordings';
import type { Speed } from '@rules/speech-parts';
import { openSound, type SoundPlace } from '@/session/kept-sounds';
import { begin, canSpeak, speak, type Ending, type Speaking } from '@/session/speaking';
import { playSound, type Sounding } from './sound';

export interface Player {
  state: 'still' | 'playing' | 'paused' | 'failed';
  /** The block that is being read, or was last. */
  at: number | undefined;
  speed: Speed;
  /** A person's voice, not the machine's. */
  recorded: boolean;
  /** Play, pause, go on: whatever is next. */
  toggle(): void;
  /** Fifteen seconds back in a recording; else one block, or this one from its beginning. */
  before(): void;
  /** Begins with this block and goes on to the end. */
  playFrom(at: number): void;
  setSpeed(speed: Speed): void;
}

/** What there is to hear: the words, and a person's voice saying just these, where there is one. */
export interface Heard {
  texts: readonly string[];
  sounds: readonly Sound[] | undefined;
  place: SoundPlace | undefined;
}

/** 1 is as the person spoke; a voice that was recorded is slow enough by itself. */
const rateOf: Record<Speed, number> = { slow: 0.8, normal: 1, fast: 1.25 };
const backSeconds = 15;

/**
 * Reads block after block, only ever after a tap. Where a recording cannot be had, the machine's
 * voice reads that block.
 * @param onHeard how many blocks, from the first on, were read to their end.
 */
export function usePlayer(heardFrom: Heard, onHeard: (blocks: number) => void): Player {
  const { texts, sounds, place } = heardFrom;
  const [state, setState] = useState<Player['state']>('still');
  const [at, setAt] = useState<number>();
  const [speed, setSpeed] = useState<Speed>('normal');
  const voice = useRef<Speaking>();
  const sounding = useRef<Sounding>();
  const heard = useRef(new Set<number>());

  function playFrom(start: number, fast: Speed = speed): void {
    const text = texts[start];
    if (text === undefined) {
      setState('still');
      return;
    }
    setAt(start);
    setState('playing');
    const onEnd = (ending: Ending) => {
      if (ending !== 'said') {
        setState(ending === 'failed' ? 'failed' : 'still');
        return;
      }
      heard.current.add(start);
      onHeard(fromTheFirst(heard.current));
      playFrom(start + 1, fast);
    };
    const machine = () => {
      sounding.current = undefined;
      voice.current = speak(text, onEnd, fast);
    };
    const sound = sounds?.[start];
    if (!sound || !place) machine();
    else {
      voice.current = sayRecorded(openSound(place, sound), rateOf[fast], (ending) =>
        ending === 'failed' && canSpeak ? machine() : onEnd(ending),
      );
    }
  }

  function sayRecorded(
    source: Promise<string | undefined>,
    rate: number,
    onEnd: (ending: Ending) => void,
  ): Speaking {
    let begun = false;
    return begin((onDone) => {
      if (begun) return undefined;
      begun = true;
      sounding.current = playSound(source, rate, onDone);
      return sounding.current;
    }, onEnd);
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
  // Another voice was chosen: what one hears must not be the old one.
  const ids = sounds?.map(({ id }) => id).join();
  useEffect(() => () => voice.current?.stop(), [ids]);

  return {
    ...{ state, at, speed, playFrom, recorded: sounds !== undefined },
    toggle() {
      if (state === 'playing') pause();
      else if (state === 'paused') {
        voice.current?.resume();
        setState('playing');
      } else playFrom(at === undefined || at === texts.length - 1 ? 0 : at);
    },
    before() {
      const going = state === 'playing' || state === 'paused';
      if (going && sounding.current?.back(backSeconds)) return;
      playFrom(Math.max(0, (at ?? 0) - 1));
    },
    setSpeed(next) {
      setSpeed(next);
      if (sounding.current) sounding.current.setRate(rateOf[next]);
      // A machine's voice cannot change its pace in the middle of a piece: the block begins anew.
      else if (state === 'playing') playFrom(at ?? 0, next);
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
