import { useEffect, useState } from 'react';
import { tellsOfHarm } from '@rules/first-help';
import { triage, type Level, type Question } from '@rules/triage';
import { useHelpAnswers } from '@/cloud/help-answers';

/** Whoever is still typing is not interrupted in the middle of a word, ms. */
const pauseMs = 500;

export interface Found {
  level: Level;
  concepts: readonly string[];
  ask: Question | undefined;
  /** It tells of harm by somebody, or is grave: not for the whole family to read. */
  forFew: boolean;
}

const nothing: Found = { level: 'S0', concepts: [], ask: undefined, forFew: false };

function find(text: string): Found {
  if (text.trim() === '') return nothing;
  const { level, reasons, ask } = triage(text);
  const concepts = reasons.map(({ concept }) => concept);
  const forFew = level === 'S2' || level === 'S3' || tellsOfHarm(concepts);
  return { level, concepts, ask, forFew };
}

export interface FirstHelpState {
  found: Found;
  /** A card lies over the page. */
  open: boolean;
  /** The cloud has said that no person is on duty now. */
  nobody: boolean;
  show: () => void;
  close: () => void;
  /** Looks at words that are given away just now, without a pause: sent, or chosen from a list. */
  look: (said: string) => Found;
  /** What was chosen says by itself that somebody does harm, whatever its words. */
  tellOfHarm: () => void;
  /** The question was answered: it was a medicine that heals, or it was not, or nobody knows. */
  answer: (harmless: boolean) => void;
}

interface State {
  found: Found;
  open: boolean;
  /** As grave as what was shown already: it comes again only for something graver. */
  shown: Level;
  /** What was looked at is given away; what is typed next is something new. */
  sent: boolean;
}
const atFirst: State = { found: nothing, open: false, shown: 'S1', sent: false };
const graver = (one: Level, other: Level): Level => (one > other ? one : other);

/**
 * What the words on this page need, found on the phone itself: no network, nothing leaves it, and
 * sending waits for nothing. What was found stays after sending, until something else is written.
 * `where`: as what is sent from here is known to the cloud's answers (a thread, a child).
 */
export function useFirstHelp(text: string, where: string): FirstHelpState {
  const [state, setState] = useState<State>(atFirst);
  const told = useHelpAnswers((answers) => answers.of[where]);
  const seen = useHelpAnswers((answers) => answers.seen);

  useEffect(() => {
    if (text.trim() === '') return undefined;
    const timer = setTimeout(() => {
      const found = find(text);
      setState(({ sent, shown }) => {
        const before = sent ? atFirst.shown : shown;
        return { found, open: found.level > before, shown: before, sent: false };
      });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text]);

  function give(found: Found): Found {
    setState(({ shown }) => ({
      ...{ found, open: found.level > shown, sent: true },
      shown: graver(shown, found.level),
    }));
    return found;
  }
  // The cloud's word counts where it is graver; that nobody is there is said whatever was seen before.
  const level = told ? graver(told.level, state.found.level) : state.found.level;
  const found = { ...state.found, level };
  const nobody = told !== undefined && !told.onDuty && told.level !== 'S1';
  return {
    found,
    open: state.open || nobody || (told !== undefined && told.level > state.shown),
    nobody,
    show: () => setState({ ...state, open: true }),
    close() {
      setState({ ...state, found, open: false, shown: graver(state.shown, level) });
      if (told) seen(where);
    },
    look: (said) => give(find(said)),
    tellOfHarm: () => {
      give({ level: 'S2', concepts: ['violence'], ask: undefined, forFew: true });
    },
    answer(harmless) {
      const { concepts } = found;
      setState({
        ...state,
        found: harmless ? nothing : { level: 'S3', concepts, ask: undefined, forFew: true },
        open: !harmless,
        shown: 'S3',
      });
    },
  };
}
