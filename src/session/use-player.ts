import { useDidHide } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { play, type Ending } from './recorder';

/**
 * What stands behind a button that plays something; the second tap stops. It falls silent when its
 * page is left or another begins, also while its link is still on the way.
 * @param source a file or a link; undefined, or a failure, where it cannot be had.
 */
export function usePlayer(
  source: () => Promise<string | undefined>,
  onEnd?: (ending: Ending) => void,
) {
  const [state, setState] = useState<'idle' | 'busy' | 'playing' | 'failed'>('idle');
  const stop = useRef<() => void>();
  useEffect(() => () => stop.current?.(), []);
  useDidHide(() => stop.current?.());

  function toggle() {
    if (state === 'busy' || state === 'playing') {
      stop.current?.();
      return;
    }
    setState('busy');
    stop.current = play(
      source(),
      (ending) => {
        setState(ending === 'failed' ? ending : 'idle');
        onEnd?.(ending);
      },
      () => setState('playing'),
    );
  }
  return { state, playing: state === 'playing', toggle };
}
