import { useEffect, useRef, useState } from 'react';
import { coursesOf, figuresOf, type Comparison, type Question } from '@rules/simulation-figures';

/** So many hours of the county in one go: short enough that a slow phone stays awake between. */
const hoursAtOnce = 24 * 14;

interface Running {
  /** How far it has come, while it runs. */
  percent?: number;
  answer?: { question: Question; comparison: Comparison };
}

/** Runs a county's year on this phone, a fortnight at a time; a new question ends the old one. */
export function useSimulation(): Running & { run: (question: Question) => void } {
  const [running, setRunning] = useState<Running>({});
  const turn = useRef(0);
  // A page that is left computes no further.
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  function run(question: Question) {
    turn.current += 1;
    const mine = turn.current;
    const { withRule, without } = coursesOf(question);
    const steps = Math.ceil((question.weeks * 7 * 24) / hoursAtOnce);
    const step = (done: number) => {
      if (turn.current !== mine) return;
      const over = [withRule, without].map((course) => course.advance(hoursAtOnce));
      if (over.includes(false)) {
        setRunning({ percent: Math.round((done / steps) * 100) });
        setTimeout(() => step(done + 1), 0);
        return;
      }
      const comparison = {
        withRule: figuresOf(withRule.result()),
        without: figuresOf(without.result()),
      };
      setRunning({ answer: { question, comparison } });
    };
    setRunning({ percent: 0 });
    setTimeout(() => step(1), 0);
  }

  return { ...running, run };
}
