/**
 * What to do this minute, by what was said. Draft, awaiting sign-off by a clinician and a
 * child-protection worker. It advises nothing that needs training, and judges nobody.
 */
export const helpSteps = [
  ...(['stay', 'lock', 'listen', 'follow120', 'keepBottle', 'apart', 'noQuestions'] as const),
  ...(['keepTraces', 'sayClothes', 'askAround', 'keepChat', 'payNothing', 'rest'] as const),
] as const;
export type HelpStep = (typeof helpSteps)[number];

export interface FirstHelp {
  /** National lines by number, the first to call first; a county's own follow. */
  numbers: readonly string[];
  steps: readonly HelpStep[];
}

type Kind = 'life' | 'body' | 'harm' | 'sexual' | 'missing' | 'online' | 'tired';

const helpFor: Record<Kind, FirstHelp> = {
  body: { numbers: ['120', '110', '12356'], steps: ['follow120', 'keepBottle', 'stay'] },
  missing: { numbers: ['110', '120', '12345'], steps: ['sayClothes', 'askAround'] },
  life: { numbers: ['120', '110', '12356'], steps: ['stay', 'lock', 'listen'] },
  sexual: { numbers: ['110', '120', '12338'], steps: ['apart', 'keepTraces', 'noQuestions'] },
  harm: { numbers: ['110', '120', '12338'], steps: ['apart', 'stay', 'noQuestions'] },
  online: { numbers: ['110', '12355', '12356'], steps: ['stay', 'keepChat', 'payNothing'] },
  tired: { numbers: ['12356', '110', '120'], steps: ['rest', 'lock'] },
};

/** The gravest first: who is hurt is helped before who did it is asked for. */
const order = Object.keys(helpFor) as Kind[];

const kindOf: Readonly<Record<string, Kind>> = {
  emergency: 'body',
  missing: 'missing',
  suicide: 'life',
  'self-harm': 'life',
  sexual: 'sexual',
  violence: 'harm',
  bullying: 'harm',
  neglect: 'harm',
  online: 'online',
  caregiver: 'tired',
};

/** The concepts of a triage (`Reason.concept`) that speak of harm done by somebody. */
const harmConcepts: readonly string[] = ['sexual', 'violence', 'bullying', 'neglect', 'online'];

/** Phones and steps for these concepts; without any that is known, those for danger to life. */
export function firstHelp(concepts: readonly string[]): FirstHelp {
  const kinds = concepts.flatMap((concept) => kindOf[concept] ?? []);
  return helpFor[order.find((kind) => kinds.includes(kind)) ?? 'life'];
}

/** Somebody near the child may be the one who does harm: such words are not for all to read. */
export function tellsOfHarm(concepts: readonly string[]): boolean {
  return concepts.some((concept) => harmConcepts.includes(concept));
}
