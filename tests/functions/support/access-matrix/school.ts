/** Rows of `school.` (how they are read: ./index), and what its rules are called (platform/allow). */
export const table = `
  school.listThreads        own           +++++ +++++ +++ s
  school.listChanges        own           +++++ +++++ +++ s
  school.getThread          own           ++nnn +nnnn nnn s
  school.getThread          same school   nn+nn +nnnn nnn s
  school.getThread          other school  nnn+n n+nnn nnn s
  school.getThread          other county  nnnn+ nnnnn nnn s
  school.getThread          none          nnnnn nnnnn nnn s
  school.noteFile           own           ++nnn +nnnn nnn s
  school.noteFile           same school   nn+nn +nnnn nnn s
  school.noteFile           other school  nnn+n n+nnn nnn s
  school.noteFile           other county  nnnn+ nnnnn nnn s
  school.noteFile           none          nnnnn nnnnn nnn s
  school.sendMessage        own           ++nnn +nnnn nnn s
  school.sendMessage        same school   nn+nn +nnnn nnn s
  school.sendMessage        other school  nnn+n n+nnn nnn s
  school.sendMessage        other county  nnnn+ nnnnn nnn s
  school.sendMessage        none          nnnnn nnnnn nnn s
  school.markRead           own           ++nnn +nnnn nnn s
  school.markRead           same school   nn+nn +nnnn nnn s
  school.markRead           other school  nnn+n n+nnn nnn s
  school.markRead           other county  nnnn+ nnnnn nnn s
  school.markRead           none          nnnnn nnnnn nnn s
  school.reportMessage      own           ++nnn +nnnn nnn s
  school.reportMessage      same school   nn+nn +nnnn nnn s
  school.reportMessage      other school  nnn+n n+nnn nnn s
  school.reportMessage      other county  nnnn+ nnnnn nnn s
  school.reportMessage      none          nnnnn nnnnn nnn s
  school.openFile           own           ++nnn +nnnn nnn s
  school.openFile           same school   nn+nn +nnnn nnn s
  school.openFile           other school  nnn+n n+nnn nnn s
  school.openFile           other county  nnnn+ nnnnn nnn s
  school.openFile           none          nnnnn nnnnn nnn s
  school.withdrawMessage    own           +nnnn nnnnn nnn s
  school.withdrawMessage    same school   nn+nn nnnnn nnn s
  school.withdrawMessage    other school  nnn+n nnnnn nnn s
  school.withdrawMessage    other county  nnnn+ nnnnn nnn s
  school.withdrawMessage    none          nnnnn nnnnn nnn s
  school.exportThread       own           f+nnn nnnnn nnn s
  school.exportThread       same school   nnfnn nnnnn nnn s
  school.exportThread       other school  nnnfn nnnnn nnn s
  school.exportThread       other county  nnnnf nnnnn nnn s
  school.exportThread       none          nnnnn nnnnn nnn s
  school.showWeek                 own           fffff ++fff fff s
  school.answerWeekly             own           fffff +ffff fff s
  school.answerWeekly             same school   fffff +ffff fff s
  school.answerWeekly             other school  fffff f+fff fff s
  school.answerWeekly             other county  fffff fffff fff s
  school.answerWeekly             none          fffff fffff fff s
  school.answerWeeklyAtHome       own           ++fff fffff fff s
  school.answerWeeklyAtHome       same school   ff+ff fffff fff s
  school.answerWeeklyAtHome       other school  fff+f fffff fff s
  school.answerWeeklyAtHome       other county  ffff+ fffff fff s
  school.answerWeeklyAtHome       none          fffff fffff fff s
  school.listWeeks                own           ++fff fffff fff s
  school.listWeeks                same school   ff+ff fffff fff s
  school.listWeeks                other school  fff+f fffff fff s
  school.listWeeks                other county  ffff+ fffff fff s
  school.listWeeks                none          fffff fffff fff s
  school.setClass                 own           fffff +ffff fff s
  school.setClass                 same school   fffff +ffff fff s
  school.setClass                 other school  fffff f+fff fff s
  school.setClass                 other county  fffff fffff fff s
  school.setClass                 none          fffff fffff fff s
  school.announce                 own           fffff +ffff +ff s
  school.announce                 same school   fffff +ffff +ff s
  school.announce                 other school  fffff f+fff fff s
  school.announce                 other county  fffff fffff fff s
  school.announce                 none          fffff fffff fff s
  school.noteAnnouncementPicture  own           fffff +++ff +++ s
  school.openAnnouncementPicture  own           +++nn +nnnn +nn s
  school.openAnnouncementPicture  same school   +++nn +nnnn +nn s
  school.openAnnouncementPicture  other school  nnn+n n+nnn nnn s
  school.openAnnouncementPicture  other county  nnnn+ nnnnn nnn s
  school.openAnnouncementPicture  none          nnnnn nnnnn nnn s
  school.listAnnouncements        own           +++++ +++++ +++ s
  school.showAnnouncement         own           +++nn nnnnn nnn s
  school.showAnnouncement         same school   +++nn nnnnn nnn s
  school.showAnnouncement         other school  nnn+n nnnnn nnn s
  school.showAnnouncement         other county  nnnn+ nnnnn nnn s
  school.showAnnouncement         none          nnnnn nnnnn nnn s
  school.acknowledge              own           ++fff fffff fff s
  school.acknowledge              same school   ff+ff fffff fff s
  school.acknowledge              other school  fff+f fffff fff s
  school.acknowledge              other county  ffff+ fffff fff s
  school.acknowledge              none          fffff fffff fff s
  school.listSentAnnouncements    own           fffff +++ff +++ s
  school.showAnnouncementFigures  own           fffff +nnff +nn s
  school.showAnnouncementFigures  same school   fffff +nnff +nn s
  school.showAnnouncementFigures  other school  fffff n+nff nnn s
  school.showAnnouncementFigures  other county  fffff nnnff nnn s
  school.showAnnouncementFigures  none          fffff nnnff nnn s
  school.remindAnnouncement       own           fffff +nnff +nn s
  school.remindAnnouncement       same school   fffff +nnff +nn s
  school.remindAnnouncement       other school  fffff n+nff nnn s
  school.remindAnnouncement       other county  fffff nnnff nnn s
  school.remindAnnouncement       none          fffff nnnff nnn s
  school.withdrawAnnouncement     own           fffff +nnff +nn s
  school.withdrawAnnouncement     same school   fffff +nnff +nn s
  school.withdrawAnnouncement     other school  fffff n+nff nnn s
  school.withdrawAnnouncement     other county  fffff nnnff nnn s
  school.withdrawAnnouncement     none          fffff nnnff nnn s
  school.tellInPerson             own           fffff +n+ff fff s
  school.tellInPerson             same school   fffff +n+ff fff s
  school.tellInPerson             other school  fffff n+nff fff s
  school.tellInPerson             other county  fffff nnnff fff s
  school.tellInPerson             none          fffff nnnff fff s
  school.listDesk                 own           fffff ++fff fff s
  school.countWaiting             own           fffff ++fff fff s
  school.showOfficeHours          own           fffff ++fff fff s
  school.setOfficeHours           own           fffff ++fff fff s
  school.listColleagues           own           fffff ++fff fff s
  school.setStandIn               own           fffff +nfff fff s
  school.setStandIn               same school   fffff +nfff fff s
  school.setStandIn               other school  fffff nnfff fff s
  school.setStandIn               other county  fffff nnfff fff s
  school.setStandIn               none          fffff nnfff fff s
  school.endStandIn               own           nnnnn +nnnn +nn s
  school.endStandIn               same school   nnnnn +nnnn +nn s
  school.endStandIn               other school  nnnnn nnnnn nnn s
  school.endStandIn               other county  nnnnn nnnnn nnn s
  school.endStandIn               none          nnnnn nnnnn nnn s
  school.showAnswering            own           ++fff fffff fff s
  school.showAnswering            same school   ff+ff fffff fff s
  school.showAnswering            other school  fff+f fffff fff s
  school.showAnswering            other county  ffff+ fffff fff s
  school.showAnswering            none          fffff fffff fff s
`;

export const allowed = {
  'school.listThreads': 'signed in',
  'school.listChanges': 'signed in',
  'school.getThread': 'signed in',
  'school.noteFile': 'signed in',
  'school.sendMessage': 'signed in',
  'school.markRead': 'signed in',
  'school.reportMessage': 'signed in',
  'school.openFile': 'signed in',
  'school.withdrawMessage': 'signed in',
  'school.exportThread': 'signed in',
  'school.listDesk': 'teacher or stand-in',
  'school.countWaiting': 'teacher or stand-in',
  'school.showOfficeHours': 'teacher',
  'school.setOfficeHours': 'teacher',
  'school.listColleagues': 'teacher',
  'school.setStandIn': 'teacher',
  'school.endStandIn': 'signed in',
  'school.showAnswering': 'circle of the child',
  'school.showWeek': 'teacher',
  'school.answerWeekly': 'teacher',
  'school.answerWeeklyAtHome': 'circle of the child',
  'school.listWeeks': 'circle of the child',
  'school.setClass': 'teacher',
  'school.announce': 'teacher, director or admin',
  'school.noteAnnouncementPicture': 'teacher, director or admin',
  'school.openAnnouncementPicture': 'signed in',
  'school.listAnnouncements': 'signed in',
  'school.showAnnouncement': 'signed in',
  'school.acknowledge': 'circle of the child',
  'school.listSentAnnouncements': 'teacher, director or admin',
  'school.showAnnouncementFigures': 'teacher, director or admin',
  'school.remindAnnouncement': 'teacher, director or admin',
  'school.withdrawAnnouncement': 'teacher, director or admin',
  'school.tellInPerson': 'teacher or director',
} as const;
