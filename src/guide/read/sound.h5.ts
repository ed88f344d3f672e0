import type { Sounding } from './sound';

export type { Sounding } from './sound';

/** A recorded sound in the preview. */
export function playSound(
  source: Promise<string | undefined>,
  rate: number,
  onDone: (heard: boolean) => void,
): Sounding {
  const player = new Audio();
  let stopped = false;
  let paused = false;
  const end = (heard: boolean) => {
    if (stopped) return;
    stopped = true;
    onDone(heard);
  };
  // A browser breaks off a beginning that is paused at once, and calls that an error.
  const play = () =>
    player.play().catch(() => {
      if (!paused) end(false);
    });
  player.onended = () => end(true);
  player.onerror = () => end(false);
  void source.then((path) => {
    if (stopped) return;
    if (path === undefined) return end(false);
    player.src = path;
    player.playbackRate = rate;
    if (!paused) void play();
  });
  return {
    stop() {
      stopped = true;
      player.pause();
    },
    pause() {
      paused = true;
      player.pause();
    },
    resume() {
      paused = false;
      void play();
    },
    back(seconds) {
      if (player.currentTime <= 1) return false;
      player.currentTime = Math.max(0, player.currentTime - seconds);
      return true;
    },
    setRate(next) {
      player.playbackRate = next;
    },
  };
}
