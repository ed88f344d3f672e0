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
  const parts = speechParts(text, charactersAtOnce);
  return begin((onDone) => {
    const part = parts.shift();
    return part === undefined ? undefined : say(part, speedOf[speed], onDone);
  }, onEnd);
}

/**
 * Begins something that is heard, and ends whatever was heard before.
 * @param next begins the next piece; undefined when there is none.
 * @param onEnd called once, at the end or when it is stopped.
 */
export function begin(
  next: (onDone: (said: boolean) => void) => Utterance | undefined,
  onEnd: (ending: Ending) => void,
): Speaking {
  current?.stop();
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
  const goOn = () => {
    if (over) return;
    utterance = next((said) => (said ? goOn() : end('failed')));
    if (!utterance) end('said');
  };
  current = speaking;
  goOn();
  return speaking;
}
