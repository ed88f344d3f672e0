import Taro from '@tarojs/taro';
import type { Utterance } from '@/session/speech';

/**
 * A recorded sound inside WeChat (`sound.h5.ts` in the preview), by InnerAudioContext: it stops when
 * the phone is locked or WeChat goes to the background. Only BackgroundAudioManager goes on there:
 * it needs `requiredBackgroundModes: ["audio"]` in app.json, which WeChat grants a published mini
 * program after its review, and in the background no code of ours may begin the next block. So what
 * is heard pauses, and goes on with one tap where it was.
 */
export interface Sounding extends Utterance {
  /** So many seconds back; answers false where the block has not gone that far. */
  back(seconds: number): boolean;
  setRate(rate: number): void;
}

/**
 * @param source comes from the device, or after it was loaded.
 * @param onDone whether it was heard to its end; not called after `stop`.
 */
export function playSound(
  source: Promise<string | undefined>,
  rate: number,
  onDone: (heard: boolean) => void,
): Sounding {
  const player = Taro.createInnerAudioContext();
  let stopped = false;
  let paused = false;
  const end = (heard: boolean) => {
    if (stopped) return;
    stopped = true;
    player.destroy();
    onDone(heard);
  };
  player.playbackRate = rate;
  player.onEnded(() => end(true));
  player.onError(() => end(false));
  void source.then((path) => {
    if (stopped) return;
    if (path === undefined) return end(false);
    player.src = path;
    if (!paused) player.play();
  });
  return {
    stop() {
      stopped = true;
      player.stop();
      player.destroy();
    },
    pause() {
      paused = true;
      player.pause();
    },
    resume() {
      paused = false;
      player.play();
    },
    back(seconds) {
      if (player.currentTime <= 1) return false;
      player.seek(Math.max(0, player.currentTime - seconds));
      return true;
    },
    setRate(next) {
      player.playbackRate = next;
    },
  };
}
