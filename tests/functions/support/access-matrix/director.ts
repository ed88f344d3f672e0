/** Rows of `director.` (how they are read: ./index), and what its rules are called (platform/allow). */
export const table = `
  director.showDesk         own           fffff ff+ff fff s
  director.listChildren     own           fffff ff+ff fff s
  director.listVisits       own           fffff ff+ff fff s
  director.listVisits       same school   fffff ff+ff fff s
  director.listVisits       other school  fffff ffnff fff s
  director.listVisits       other county  fffff ffnff fff s
  director.listVisits       none          fffff ffnff fff s
  director.noteVisit        own           fffff ff+ff fff s
  director.noteVisit        same school   fffff ff+ff fff s
  director.noteVisit        other school  fffff ffnff fff s
  director.noteVisit        other county  fffff ffnff fff s
  director.noteVisit        none          fffff ffnff fff s
  director.askVisit         own           fffff +nfff fff s
  director.askVisit         same school   fffff +nfff fff s
  director.askVisit         other school  fffff n+fff fff s
  director.askVisit         other county  fffff nnfff fff s
  director.askVisit         none          fffff nnfff fff s
`;

export const allowed = {
  'director.showDesk': 'director',
  'director.listChildren': 'director',
  'director.listVisits': 'director',
  'director.noteVisit': 'director',
  'director.askVisit': 'teacher',
} as const;
