/** Rows of `directory.` (how they are read: ./index), and what its rules are called (platform/allow). */
export const table = `
  directory.listRegions     own           +++++ +++++ +++ +
  directory.listServices    own           +++++ +++++ +++ +
  directory.getService      own           +++++ +++++ +++ +
  directory.listHotlines    own           +++++ +++++ +++ +
  directory.listSchools     own           +++++ +++++ +++ +
  directory.listForDesk     own           fffff fffff +++ s
  directory.showRecord      own           fffff fffff ++n s
  directory.showRecord      same school   fffff fffff ++n s
  directory.showRecord      other school  fffff fffff n+n s
  directory.showRecord      other county  fffff fffff nn+ s
  directory.showRecord      none          fffff fffff nnn s
  directory.listChanges     own           fffff fffff ++n s
  directory.listChanges     same school   fffff fffff ++n s
  directory.listChanges     other school  fffff fffff n+n s
  directory.listChanges     other county  fffff fffff nn+ s
  directory.listChanges     none          fffff fffff nnn s
  directory.saveService     own           fffff fffff ++n s
  directory.saveService     same school   fffff fffff ++n s
  directory.saveService     other school  fffff fffff n+n s
  directory.saveService     other county  fffff fffff nn+ s
  directory.saveService     none          fffff fffff nnn s
  directory.saveHotline     own           fffff fffff f++ s
  directory.verifyService   own           fffff fffff ++n s
  directory.verifyService   same school   fffff fffff ++n s
  directory.verifyService   other school  fffff fffff n+n s
  directory.verifyService   other county  fffff fffff nn+ s
  directory.verifyService   none          fffff fffff nnn s
  directory.showEnding      own           fffff fffff ++n s
  directory.showEnding      same school   fffff fffff ++n s
  directory.showEnding      other school  fffff fffff n+n s
  directory.showEnding      other county  fffff fffff nn+ s
  directory.showEnding      none          fffff fffff nnn s
`;

export const allowed = {
  'directory.listRegions': 'anyone',
  'directory.listServices': 'anyone',
  'directory.getService': 'anyone',
  'directory.listHotlines': 'anyone',
  'directory.listSchools': 'anyone',
  'directory.listForDesk': 'admin',
  'directory.showRecord': 'admin',
  'directory.listChanges': 'admin',
  'directory.saveService': 'admin',
  'directory.saveHotline': 'admin of a county',
  'directory.verifyService': 'admin',
  'directory.showEnding': 'admin',
} as const;
