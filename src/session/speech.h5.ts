import type { Utterance } from './speech';

export type { Utterance } from './speech';

/** The voice in the preview: the browser's own, where it has one. Works without network. */
export const canSpeak = 'speechSynthesis' in window;

/** Some browsers fall silent in the middle of a long text. */
export const charactersAtOnce = 200;

export function say(text: string, speed: number, onDone: (said: boolean) => void): Utterance {
  let stopped = false;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = 'zh-CN';
  utterance.rate = speed;
  const done = (said: boolean) => {
    if (!stopped) onDone(said);
  };
  utterance.onend = () => done(true);
  utterance.onerror = () => done(false);
  window.speechSynthesis.speak(utterance);
  return {
    stop() {
      stopped = true;
      window.speechSynthesis.cancel();
    },
    pause: () => window.speechSynthesis.pause(),
    resume: () => window.speechSynthesis.resume(),
  };
}
