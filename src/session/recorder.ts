import Taro from '@tarojs/taro';
import { limits } from '@contract/limits';
import { onePlayer } from './playing';

/**
 * Recording inside WeChat. The preview has its own version (`recorder.h5.ts`). Not by the recognition
 * manager of WechatSI, which would give a transcript too: by its document it hands over the file only
 * when recognition ends well, so without network what was said would be lost. A message may carry a
 * transcript (`contract/school.ts`) as soon as WeChat gives one of a file that is kept.
 */
export interface Recording {
  /** Path of the file on the device. */
  path: string;
  seconds: number;
  /** Ending of the file's name. */
  format: 'mp3' | 'webm';
}

export interface RecorderEvents {
  /** Nothing: it was stopped before WeChat had begun, as while it still asked for the microphone. */
  onDone(recording?: Recording): void;
  /** The person turned the microphone down, or it cannot be had. */
  onFailed(): void;
}

let events: RecorderEvents | undefined;
/** `asked`: WeChat has not begun yet, and may have a question first. */
let phase: 'idle' | 'asked' | 'running' | 'ending' = 'idle';
let listening = false;
let longest: number = limits.voiceSeconds;

function manager(): Taro.RecorderManager {
  const recorder = Taro.getRecorderManager();
  if (!listening) {
    listening = true; // WeChat adds a listener at every call and has no way to take one off
    recorder.onStart(() => {
      if (phase === 'asked') phase = 'running';
      else recorder.stop(); // nobody holds it any more
    });
    // A call that comes in only pauses it, for whoever looks at another screen then.
    recorder.onInterruptionBegin(stopRecording);
    recorder.onStop(({ tempFilePath, duration }) => {
      if (phase === 'idle' || phase === 'asked') return; // what nobody held
      phase = 'idle';
      const seconds = Math.min(longest, Math.max(1, Math.round(duration / 1000)));
      events?.onDone({ path: kept(tempFilePath), seconds, format: 'mp3' });
    });
    recorder.onError(() => {
      phase = 'idle';
      events?.onFailed();
    });
  }
  return recorder;
}

/** Begins to record; it ends by itself after `most` seconds. */
export function startRecording(handlers: RecorderEvents, most: number = limits.voiceSeconds): void {
  longest = most;
  events = handlers;
  phase = 'asked';
  // 16 kHz, one channel, 24 kbit/s: a minute of speech is about 180 KB.
  manager().start({
    duration: most * 1000,
    sampleRate: 16000,
    numberOfChannels: 1,
    encodeBitRate: 24000,
    format: 'mp3',
  });
}

export function stopRecording(): void {
  if (phase === 'running') {
    phase = 'ending';
    manager().stop();
  } else if (phase === 'asked') {
    phase = 'idle';
    events?.onDone();
  }
}

/** WeChat clears temporary files when it closes; a draft that is resumed later still needs this one. */
function kept(tempFilePath: string): string {
  const path = `${Taro.env.USER_DATA_PATH ?? ''}/voice-${Date.now()}.mp3`;
  try {
    Taro.getFileSystemManager().saveFileSync(tempFilePath, path);
    return path;
  } catch {
    return tempFilePath; // no room: it lasts as long as the app is open
  }
}

/** Whether a file that is to be sent still lies on the device; in doubt it does. */
export function isOnDevice(path: string): Promise<boolean> {
  return new Promise<boolean>((resolve) => {
    Taro.getFileSystemManager().access({
      path,
      success: () => resolve(true),
      fail: ({ errMsg }) => resolve(!errMsg.includes('no such file')),
    });
  }).catch(() => true);
}

/** Removes a recording that is no longer wanted. */
export function discardRecording(path: string): void {
  const folder = Taro.env.USER_DATA_PATH;
  if (!folder || !path.startsWith(folder)) return;
  Taro.getFileSystemManager().unlink({ filePath: path, fail: () => undefined });
}

export type { Ending } from './playing';

export const { play, stopPlaying } = onePlayer((source, end) => {
  const player = Taro.createInnerAudioContext();
  player.src = source;
  player.onEnded(() => end('heard'));
  player.onError(() => end('failed'));
  player.play();
  return () => {
    player.stop();
    player.destroy();
  };
});
