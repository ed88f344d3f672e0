/** `heard`: to its end. `stopped`: by a tap, with its page, or because something else is played now. */
export type Ending = 'heard' | 'stopped' | 'failed';

/** Begins a sound, says how it ended, and answers what silences it. */
type Begin = (source: string, end: (ending: Ending) => void) => () => void;

/** One thing is played at a time, whatever plays it. */
export function onePlayer(beginSound: Begin) {
  let stopCurrent: (() => void) | undefined;

  /**
   * Plays a recording of this device or a link, also one that is still to come, and ends what was
   * played before.
   * @param onEnd called once.
   * @returns stops this one and no other.
   */
  function play(
    source: string | Promise<string | undefined>,
    onEnd: (ending: Ending) => void,
    onBegin?: () => void,
  ): () => void {
    stopPlaying();
    let silence: (() => void) | undefined;
    const end = (ending: Ending) => {
      if (stopCurrent !== stop) return;
      stopCurrent = undefined;
      silence?.();
      onEnd(ending);
    };
    const stop = () => end('stopped');
    stopCurrent = stop;
    const begin = (found: string | undefined) => {
      if (stopCurrent !== stop) return;
      if (found === undefined) return end('failed');
      silence = beginSound(found, end);
      onBegin?.();
    };
    if (typeof source === 'string') begin(source);
    else source.then(begin, () => end('failed'));
    return stop;
  }

  function stopPlaying(): void {
    stopCurrent?.();
  }
  return { play, stopPlaying };
}
