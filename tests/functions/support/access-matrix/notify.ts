/** Rows of `notify.` (how they are read: ./index), and what its rules are called (platform/allow). */
export const table = `
  notify.listInbox          own           +++++ +++++ +++ s
  notify.markInboxRead      own           +++++ +++++ +++ s
  notify.recordSubscription own           +++++ +++++ +++ s
  notify.showPushes         own           +++++ +++++ +++ s
  notify.setQuietHours      own           +++++ +++++ +++ s
  notify.listDeadLetters    own           fffff fffff f++ s
  notify.sendAgain          own           fffff fffff f++ s
  notify.listCalls          own           fffff fff++ +++ s
  notify.markCalled         own           fffff fff+n nnn s
  notify.markCalled         same school   fffff fff+n nnn s
  notify.markCalled         other school  fffff fffn+ nnn s
  notify.markCalled         other county  fffff fffnn nnn s
  notify.markCalled         none          fffff fffnn nnn s
  notify.sendBulletin       own           fffff fff++ f+f s
  notify.sendBulletin       same school   fffff fff++ f+f s
  notify.sendBulletin       other school  fffff fff++ f+f s
  notify.sendBulletin       other county  fffff fffff ff+ s
  notify.sendBulletin       none          fffff fffff fff s
  notify.listBulletins      own           fffff fff++ f++ s
  notify.withdrawBulletin   own           fffff fff++ f+n s
  notify.withdrawBulletin   same school   fffff fff++ f+n s
  notify.withdrawBulletin   other school  fffff fff++ f+n s
  notify.withdrawBulletin   other county  fffff fffnn fn+ s
  notify.withdrawBulletin   none          fffff fffnn fnn s
  notify.openBulletin       own           +nnnn nnnnn nnn s
  notify.openBulletin       same school   nn+nn nnnnn nnn s
  notify.openBulletin       other school  nnn+n nnnnn nnn s
  notify.openBulletin       other county  nnnn+ nnnnn nnn s
  notify.openBulletin       none          nnnnn nnnnn nnn s
`;

export const allowed = {
  'notify.listInbox': 'signed in',
  'notify.markInboxRead': 'signed in',
  'notify.recordSubscription': 'signed in',
  'notify.showPushes': 'signed in',
  'notify.setQuietHours': 'signed in',
  'notify.listDeadLetters': 'admin of a county',
  'notify.sendAgain': 'admin of a county',
  'notify.listCalls': 'admin or counsellor',
  'notify.markCalled': 'admin or counsellor',
  'notify.sendBulletin': 'counsellor or admin of a county',
  'notify.listBulletins': 'counsellor or admin of a county',
  'notify.withdrawBulletin': 'counsellor or admin of a county',
  'notify.openBulletin': 'signed in',
} as const;
