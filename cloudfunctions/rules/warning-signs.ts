/** Who looks: at home, or in class. */
export const watchers = ['caregiver', 'teacher'] as const;
export type Watcher = (typeof watchers)[number];

/** `danger`: telephone first. `soon`: in these days. `watch`: for two weeks. */
export const urgencies = ['danger', 'soon', 'watch'] as const;
export type Urgency = (typeof urgencies)[number];

export const signIds = [
  ...(['wantsToDie', 'poison', 'cuts', 'hurt', 'touched', 'neglected'] as const),
  ...(['noSchool', 'bellyache', 'bullied'] as const),
  ...(['silent', 'eating', 'sleep', 'hiding', 'grades', 'temper'] as const),
  ...(['changed', 'dozing', 'absent', 'alone', 'missing'] as const),
] as const;
export type SignId = (typeof signIds)[number];

export interface WarningSign {
  id: SignId;
  urgency: Urgency;
  /** What to hear first. */
  guideId: string;
}

const sign = (id: SignId, urgency: Urgency, guideId: string): WarningSign => ({
  id,
  urgency,
  guideId,
});

/**
 * What one may see in a child, the most urgent first, and where it leads. No diagnosis and no score:
 * nothing is counted and nothing is kept. Source: the guides themselves, which named people review.
 */
export const warningSigns: Record<Watcher, WarningSign[]> = {
  caregiver: [
    sign('wantsToDie', 'danger', 'c4-not-want-to-live'),
    sign('poison', 'danger', 'c4-not-want-to-live'),
    sign('cuts', 'danger', 'c5-marks-on-the-arm'),
    sign('touched', 'danger', 'c6-somebody-touched'),
    sign('noSchool', 'soon', 'c7-not-to-school'),
    sign('bellyache', 'soon', 'c7-not-to-school'),
    sign('silent', 'watch', 'c1-signs'),
    sign('eating', 'watch', 'c1-signs'),
    sign('sleep', 'watch', 'c1-signs'),
    sign('hiding', 'watch', 'c1-signs'),
    sign('grades', 'watch', 'c1-signs'),
    sign('temper', 'watch', 'c3-crying-and-anger'),
  ],
  teacher: [
    sign('wantsToDie', 'danger', 't4-ten-minutes'),
    sign('cuts', 'danger', 't4-ten-minutes'),
    sign('hurt', 'danger', 't3-duty-to-report'),
    sign('touched', 'danger', 't3-duty-to-report'),
    sign('neglected', 'danger', 't3-duty-to-report'),
    sign('bullied', 'soon', 't5-bullying'),
    sign('changed', 'watch', 't1-ten-signs'),
    sign('dozing', 'watch', 't1-ten-signs'),
    sign('absent', 'watch', 't1-ten-signs'),
    sign('alone', 'watch', 't1-ten-signs'),
    sign('bellyache', 'watch', 't1-ten-signs'),
    sign('missing', 'watch', 't8-missing-home'),
  ],
};

export interface Lead {
  /** That of the most urgent sign; nothing when none was chosen. */
  urgency: Urgency | undefined;
  /** Guides to hear, the most urgent first, none twice. */
  guideIds: string[];
}

/** Where the chosen signs lead. What is not in the watcher's list leads nowhere. */
export function leadOf(watcher: Watcher, chosen: readonly string[]): Lead {
  const found = urgencies.flatMap((urgency) =>
    warningSigns[watcher].filter((one) => one.urgency === urgency && chosen.includes(one.id)),
  );
  return { urgency: found[0]?.urgency, guideIds: [...new Set(found.map((one) => one.guideId))] };
}
