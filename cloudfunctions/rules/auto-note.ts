import type { Situation } from '@contract/enums';
import type { Wait } from './threads';

/** Situations of possible harm: a machine's "later" would be the wrong answer to them. */
const aboutHarm: readonly Situation[] = ['bullied', 'afraid', 'hurt', 'harmed'];

export const isAboutHarm = (situation: Situation | undefined) =>
  situation !== undefined && aboutHarm.includes(situation);

/**
 * Whether a message may be followed by the note that names the next answer time: at most once while
 * somebody waits in that line, and never after something urgent, be it this message or an earlier one
 * that nobody has answered. `alarming`: the words themselves say that somebody should look now.
 */
export function mayNote(
  waits: readonly Wait[],
  message: {
    line: string;
    side: 'family' | 'staff';
    held: boolean;
    urgent: boolean;
    situation?: Situation | undefined;
    alarming: boolean;
  },
): boolean {
  const { line, side, held, urgent, situation, alarming } = message;
  if (side === 'staff' || held || urgent || alarming || isAboutHarm(situation)) return false;
  return !waits.some((wait) => wait.line === line || wait.urgent);
}
