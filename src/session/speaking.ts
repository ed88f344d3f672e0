import { speechParts, speedOf, type Speed } from '@rules/speech-parts';
import { charactersAtOnce, say, type Utterance } from './speech';

export { canSpeak } from './speech';

/** `said`: to its end. `stopped`: by a tap, or because something else is read now. */
export type Ending = 'said' | 'stopped' | 'failed';

/** A text that is being read aloud. */
export interface Speaking {
  stop(): void;
  pause(): void;
  resume(): void;
}

/** One thing is read at a time. */
let current: Speaking | undefined;

/**
 * Reads a text aloud, however long, and ends whatever was being read.
 * @param onEnd called once, at its end or when it is stopped.
 */
export function speak(
  text: string,
  onEnd: (ending: Ending) => void,
  speed: Speed = 'normal',
): Speaking {
  current?.stop();
  const parts = speechParts(text, charactersAtOnce);
  let utterance: Utterance | undefined;
  let over = false;
  const end = (ending: Ending) => {
    if (over) return;
    over = true;
    if (current === speaking) current = undefined;
    onEnd(ending);
  };
  const speaking: Speaking = {
    stop() {
      if (!over) utterance?.stop();
      end('stopped');
    },
    pause: () => utterance?.pause(),
    resume: () => utterance?.resume(),
  };
  const next = () => {
    if (over) return;
    const part = parts.shift();
    if (part === undefined) end('said');
    else utterance = say(part, speedOf[speed], (said) => (said ? next() : end('failed')));
  };
  current = speaking;
  next();
  return speaking;
}
