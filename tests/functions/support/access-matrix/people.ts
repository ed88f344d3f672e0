/** Rows of `people.` (how they are read: ./index), and what its rules are called (platform/allow). */
export const table = `
  people.listSchools        own           fffff fffff +++ s
  people.closeSchool        own           fffff fffff f+n s
  people.saveSchool         own           fffff fffff f+n s
  people.saveSchool         same school   fffff fffff f+n s
  people.saveSchool         other school  fffff fffff f+n s
  people.saveSchool         other county  fffff fffff fn+ s
  people.saveSchool         none          fffff fffff fnn s
  people.listClasses        own           fffff fffff ++n s
  people.listClasses        same school   fffff fffff ++n s
  people.listClasses        other school  fffff fffff n+n s
  people.listClasses        other county  fffff fffff nn+ s
  people.listClasses        none          fffff fffff nnn s
  people.saveClass          own           fffff fffff ++n s
  people.saveClass          same school   fffff fffff ++n s
  people.saveClass          other school  fffff fffff n+n s
  people.saveClass          other county  fffff fffff nn+ s
  people.saveClass          none          fffff fffff nnn s
  people.closeClass         own           fffff fffff ++n s
  people.closeClass         same school   fffff fffff ++n s
  people.closeClass         other school  fffff fffff n+n s
  people.closeClass         other county  fffff fffff nn+ s
  people.closeClass         none          fffff fffff nnn s
  people.showYear           own           fffff fffff ++n s
  people.showYear           same school   fffff fffff ++n s
  people.showYear           other school  fffff fffff n+n s
  people.showYear           other county  fffff fffff nn+ s
  people.showYear           none          fffff fffff nnn s
  people.moveYear           own           fffff fffff ++n s
  people.moveYear           same school   fffff fffff ++n s
  people.moveYear           other school  fffff fffff n+n s
  people.moveYear           other county  fffff fffff nn+ s
  people.moveYear           none          fffff fffff nnn s
  people.showLeave          own           fffff fffff n+n s
  people.showLeave          same school   fffff fffff ++n s
  people.showLeave          other school  fffff fffff n+n s
  people.showLeave          other county  fffff fffff nn+ s
  people.showLeave          none          fffff fffff nnn s
  people.leave              own           fffff fffff n+n s
  people.leave              same school   fffff fffff nnn s
  people.leave              other school  fffff fffff nnn s
  people.leave              other county  fffff fffff nnn s
  people.leave              none          fffff fffff nnn s
`;

export const allowed = {
  'people.listSchools': 'admin',
  'people.saveSchool': 'admin of a county',
  'people.closeSchool': 'admin of a county',
  'people.listClasses': 'admin',
  'people.saveClass': 'admin',
  'people.closeClass': 'admin',
  'people.showYear': 'admin',
  'people.moveYear': 'admin',
  'people.showLeave': 'admin',
  'people.leave': 'admin',
} as const;
