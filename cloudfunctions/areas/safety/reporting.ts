import type { Alert, AlertStepView } from '@contract/safety';

/** The mandatory-reporting checklist, as the history has it. */
export function reportingOf(history: readonly AlertStepView[]): Alert['reporting'] {
  const reported = history.flatMap(({ step, authority, toldAt, receipt, by, at }) =>
    step === 'reported' && authority ? [{ to: authority, at: toldAt ?? at, receipt, by }] : [],
  );
  const not = history.filter(({ step }) => step === 'notReported').at(-1);
  const notReported = not && { reason: not.text ?? '', at: not.at };
  return { open: reported.length === 0 && !notReported, reported, notReported };
}
