import { limits } from '@contract/limits';
import { askAsWeChat } from './privacy.h5';
import type { RecorderEvents } from './recorder';

export type { Recording, RecorderEvents } from './recorder';

/** Recording in the preview, by the browser's microphone. */
let running: MediaRecorder | undefined;
/** The microphone takes a moment to come: somebody may have stopped before it is there. */
let wanted = false;

export function startRecording(handlers: RecorderEvents, most: number = limits.voiceSeconds): void {
  wanted = true;
  void begin(handlers, most).catch(() => handlers.onFailed());
}

async function begin({ onDone }: RecorderEvents, most: number): Promise<void> {
  if (!(await askAsWeChat())) throw new Error('privacy permission is not authorized');
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream);
  const parts: Blob[] = [];
  const began = Date.now();
  recorder.ondataavailable = (event) => parts.push(event.data);
  recorder.onstop = () => {
    for (const track of stream.getTracks()) track.stop();
    const seconds = Math.max(1, Math.round((Date.now() - began) / 1000));
    onDone({
      path: URL.createObjectURL(new Blob(parts, { type: recorder.mimeType })),
      seconds: Math.min(most, seconds),
      format: 'webm',
    });
  };
  recorder.start();
  running = recorder;
  if (!wanted) stopRecording();
  setTimeout(stopRecording, most * 1000);
}

export function stopRecording(): void {
  wanted = false;
  if (running?.state === 'recording') running.stop();
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

let player: HTMLAudioElement | undefined;

export function play(source: string, onEnd: (heard: boolean) => void): void {
  stopPlaying();
  const current = new Audio(source);
  player = current;
  // Whoever goes on to another is told nothing of the one that was left.
  const end = (heard: boolean) => {
    if (player === current) onEnd(heard);
  };
  current.onended = () => end(true);
  current.onerror = () => end(false);
  void current.play().catch(() => end(false));
}

export function stopPlaying(): void {
  player?.pause();
  player = undefined;
}
