import { nationalLines } from '@contract/national-lines';
import type { ChosenNames } from '@rules/guide-difference';
import { publishing, signerNames } from '@/wording/publishing';

/** What was chosen in a guide, as two texts that are compared say it. */
export const chosenNames: ChosenNames = {
  audience: (audience) => publishing.audiences[audience],
  review: (crisisRelated, months) =>
    `${crisisRelated ? publishing.crisis : publishing.ordinary}，${publishing.everyMonths(months)}`,
  signer: (code) => signerNames[code],
  kind: (kind) => publishing.kinds[kind],
  step: (kind) => publishing.stepNames[kind],
  line: (id) => nationalLines.find((line) => line.id === id)?.name ?? id,
  use: (use) => publishing.sourceUse[use],
};
