/** Rows of `account.` (how they are read: ./index), and what its rules are called (platform/allow). */
export const table = `
  account.signIn            own           +++++ +++++ +++ +
  account.home              own           +++++ +++++ +++ +
  account.updateSettings    own           +++++ +++++ +++ s
  account.noteRecording     own           ++fff fffff fff s
  account.noteRecording     same school   ff+ff fffff fff s
  account.noteRecording     other school  fff+f fffff fff s
  account.noteRecording     other county  ffff+ fffff fff s
  account.noteRecording     none          fffff fffff fff s
  account.giveConsent       own           ++fff fffff fff s
  account.giveConsent       same school   ff+ff fffff fff s
  account.giveConsent       other school  fff+f fffff fff s
  account.giveConsent       other county  ffff+ fffff fff s
  account.giveConsent       none          fffff fffff fff s
  account.withdrawConsent   own           ++fff fffff fff s
  account.withdrawConsent   same school   ff+ff fffff fff s
  account.withdrawConsent   other school  fff+f fffff fff s
  account.withdrawConsent   other county  ffff+ fffff fff s
  account.withdrawConsent   none          fffff fffff fff s
  account.claimSystem       own           +++++ +++++ +++ +
  account.invite            own           fffff fffff ++n s
  account.invite            same school   fffff fffff ++n s
  account.invite            other school  fffff fffff n+n s
  account.invite            other county  fffff fffff nn+ s
  account.invite            none          fffff fffff nnn s
  account.showInvitation    own           +++++ +++++ +++ +
  account.showInvitation    same school   +++++ +++++ +++ +
  account.showInvitation    other school  +++++ +++++ +++ +
  account.showInvitation    other county  +++++ +++++ +++ +
  account.showInvitation    none          iiiii iiiii iii i
  account.drawInvitation    own           +iiii iiiii iii s
  account.drawInvitation    same school   ii+ii iiiii iii s
  account.drawInvitation    other school  iii+i iiiii iii s
  account.drawInvitation    other county  iiii+ iiiii iii s
  account.drawInvitation    none          iiiii iiiii iii s
  account.acceptInvitation  own           +++++ +++++ +++ +
  account.acceptInvitation  same school   +++++ +++++ +++ +
  account.acceptInvitation  other school  +++++ +++++ +++ +
  account.acceptInvitation  other county  +++++ +++++ +++ +
  account.acceptInvitation  none          iiiii iiiii iii i
  account.listStaff         own           fffff fffff +++ s
  account.endPost           own           fffff fffff n+n s
  account.endPost           same school   fffff fffff ++n s
  account.endPost           other school  fffff fffff n+n s
  account.endPost           other county  fffff fffff nn+ s
  account.endPost           none          fffff fffff nnn s
  account.showEnding        own           fffff fffff n+n s
  account.showEnding        same school   fffff fffff ++n s
  account.showEnding        other school  fffff fffff n+n s
  account.showEnding        other county  fffff fffff nn+ s
  account.showEnding        none          fffff fffff nnn s
  account.listAccessLog     own           f+fff fffff fff s
  account.listAccessLog     same school   fffff fffff fff s
  account.listAccessLog     other school  fffff fffff fff s
  account.listAccessLog     other county  fffff fffff fff s
  account.listAccessLog     none          fffff fffff fff s
  account.exportMyData      own           ++nnn nnnnn nnn s
  account.exportMyData      same school   nn+nn nnnnn nnn s
  account.exportMyData      other school  nnn+n nnnnn nnn s
  account.exportMyData      other county  nnnn+ nnnnn nnn s
  account.exportMyData      none          nnnnn nnnnn nnn s
  account.deleteAccount     own           +++++ +++++ +++ s
  account.keepAccount       own           +++++ +++++ +++ s
`;

export const allowed = {
  'account.signIn': 'anyone',
  'account.home': 'anyone',
  'account.updateSettings': 'signed in',
  'account.noteRecording': 'circle of the child, or records guides',
  'account.giveConsent': 'circle of the child',
  'account.withdrawConsent': 'circle of the child',
  'account.claimSystem': 'anyone',
  'account.invite': 'admin',
  'account.showInvitation': 'anyone',
  'account.drawInvitation': 'signed in',
  'account.acceptInvitation': 'anyone',
  'account.listStaff': 'admin',
  'account.endPost': 'admin',
  'account.showEnding': 'admin',
  'account.listAccessLog': 'circle of the child',
  'account.exportMyData': 'signed in',
  'account.deleteAccount': 'signed in',
  'account.keepAccount': 'signed in',
} as const;
