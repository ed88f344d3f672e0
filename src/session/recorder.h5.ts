import { limits } from '@contract/limits';
import { onePlayer } from './playing';
import { askAsWeChat } from './privacy.h5';
import type { RecorderEvents } from './recorder';

export type { Ending, Recording, RecorderEvents } from './recorder';

/** Recording in the preview, by the browser's microphone. */
let running: MediaRecorder | undefined;
/** The microphone takes a moment to come: somebody may have stopped before it is there. */
let wanted: RecorderEvents | undefined;

export function startRecording(handlers: RecorderEvents, most: number = limits.voiceSeconds): void {
  wanted = handlers;
  void begin(handlers, most).catch(() => handlers.onFailed());
}

async function begin(handlers: RecorderEvents, most: number): Promise<void> {
  if (!(await askAsWeChat())) throw new Error('privacy permission is not authorized');
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (wanted !== handlers) return close();
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  const began = Date.now();
  recorder.ondataavailable = (event) => parts.push(event.data);
  recorder.onstop = () => {
    close();
    const seconds = Math.max(1, Math.round((Date.now() - began) / 1000));
    handlers.onDone({
      path: URL.createObjectURL(new Blob(parts, { type: recorder.mimeType })),
      seconds: Math.min(most, seconds),
      format: 'webm',
    });
  };
  recorder.start();
  running = recorder;
  setTimeout(() => {
    if (running === recorder) stopRecording();
  }, most * 1000);
}

export function stopRecording(): void {
  const before = wanted;
  wanted = undefined;
  if (running?.state === 'recording') running.stop();
  else before?.onDone();
  running = undefined;
}

/** A page that is loaded anew has lost what was recorded before. */
export const isOnDevice = (path: string): Promise<boolean> =>
  fetch(path).then(
    () => true,
    () => false,
  );

/** Removes a recording that is no longer wanted. */
export function discardRecording(path: string): void {
  URL.revokeObjectURL(path);
}

export const { play, stopPlaying } = onePlayer((source, end) => {
  const player = new Audio(source);
  player.onended = () => end('heard');
  player.onerror = () => end('failed');
  player.play().catch(() => end('failed'));
  return () => player.pause();
});
