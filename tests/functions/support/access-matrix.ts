/**
 * Who may do what, to whose things. Changing a rule in the code means changing this table, in the
 * open. Rows: an action, and whose child, visit, place, post, school or invitation its input names,
 * seen from 小石头 of the first school; `none` never existed. An action that names nothing has one
 * row. Columns, in the order of support/everyone.ts:
 *
 *   families        小石头's grandmother and father; the neighbours (same school); hills (another
 *                   school); faraway (another county)
 *   staff           teacher of the first school, teacher of another school, child director of the
 *                   first township, counsellor of the first two families, counsellor of others
 *   administrators  of the first school, of the county, of another county
 *   signed out      somebody never seen
 *
 * + done   f FORBIDDEN   n NOT_FOUND   s NOT_SIGNED_IN   i INVITATION_INVALID   l LAST_ADULT
 * h HOLD_EXPIRED (the place is held by another adult of the family)
 * t SLOT_TAKEN (the counsellor of the visit, who holds nothing, meets the family's hold)
 *
 * Whoever holds the code of an invitation may look at it and accept it: that is what it is for.
 */
export const accessTable = `
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
  booking.listCounsellors   own           fffff fffff +++ s
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
  family.inviteFamily       own           ++fff fffff fff s
  family.inviteFamily       same school   ff+ff fffff fff s
  family.inviteFamily       other school  fff+f fffff fff s
  family.inviteFamily       other county  ffff+ fffff fff s
  family.inviteFamily       none          fffff fffff fff s
  family.joinFamily         own           +++++ +++++ +++ +
  family.joinFamily         same school   +++++ +++++ +++ +
  family.joinFamily         other school  +++++ +++++ +++ +
  family.joinFamily         other county  +++++ +++++ +++ +
  family.joinFamily         none          iiiii iiiii iii i
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
  directory.listRegions     own           +++++ +++++ +++ +
  directory.listServices    own           +++++ +++++ +++ +
  directory.getService      own           +++++ +++++ +++ +
  directory.listHotlines    own           +++++ +++++ +++ +
  directory.listSchools     own           +++++ +++++ +++ +
  family.addChild           own           +++++ +++++ +++ s
  family.addChildByProxy    own           fffff +n+ff fff s
  family.addChildByProxy    same school   fffff +n+ff fff s
  family.addChildByProxy    other school  fffff n+nff fff s
  family.addChildByProxy    other county  fffff nnnff fff s
  family.addChildByProxy    none          fffff nnnff fff s
  family.updateChild        own           ++fff fffff fff s
  family.updateChild        same school   ff+ff fffff fff s
  family.updateChild        other school  fff+f fffff fff s
  family.updateChild        other county  ffff+ fffff fff s
  family.updateChild        none          fffff fffff fff s
  family.sayWhoIsAway       own           ++fff fffff fff s
  family.sayWhoIsAway       same school   ff+ff fffff fff s
  family.sayWhoIsAway       other school  fff+f fffff fff s
  family.sayWhoIsAway       other county  ffff+ fffff fff s
  family.sayWhoIsAway       none          fffff fffff fff s
  family.sayWhoIsAtHome     own           f+fff fffff fff s
  family.sayWhoIsAtHome     same school   fffff fffff fff s
  family.sayWhoIsAtHome     other school  fffff fffff fff s
  family.sayWhoIsAtHome     other county  fffff fffff fff s
  family.sayWhoIsAtHome     none          fffff fffff fff s
  family.confirmStatus      own           fffff +n+ff fff s
  family.confirmStatus      same school   fffff +n+ff fff s
  family.confirmStatus      other school  fffff n+nff fff s
  family.confirmStatus      other county  fffff nnnff fff s
  family.confirmStatus      none          fffff nnnff fff s
  family.takeOver           own           fffff +n+ff fff s
  family.takeOver           same school   fffff +n+ff fff s
  family.takeOver           other school  fffff n+nff fff s
  family.takeOver           other county  fffff nnnff fff s
  family.takeOver           none          fffff nnnff fff s
  family.listChildren       own           +++++ +++++ +++ s
  family.listRoster         own           fffff +++ff fff s
  family.showCircle         own           ++fff fffff fff s
  family.showCircle         same school   ff+ff fffff fff s
  family.showCircle         other school  fff+f fffff fff s
  family.showCircle         other county  ffff+ fffff fff s
  family.showCircle         none          fffff fffff fff s
  family.removeFromCircle   own           ++nnn nnnnn nnn s
  family.removeFromCircle   same school   nnlnn nnnnn nnn s
  family.removeFromCircle   other school  nnnln nnnnn nnn s
  family.removeFromCircle   other county  nnnnl nnnnn nnn s
  family.removeFromCircle   none          nnnnn nnnnn nnn s
  booking.findSlots         own           ++fff fffff fff s
  booking.findSlots         same school   ff+ff fffff fff s
  booking.findSlots         other school  fff+f fffff fff s
  booking.findSlots         other county  ffff+ fffff fff s
  booking.findSlots         none          fffff fffff fff s
  booking.holdSlot          own           ++fff fffff fff s
  booking.holdSlot          same school   ff+ff fffff fff s
  booking.holdSlot          other school  fff+f fffff fff s
  booking.holdSlot          other county  ffff+ fffff fff s
  booking.holdSlot          none          fffff fffff fff s
  booking.releaseSlot       own           +++++ +++++ +++ s
  booking.book              own           +hfff fffff fff s
  booking.book              same school   ff+ff fffff fff s
  booking.book              other school  fff+f fffff fff s
  booking.book              other county  ffff+ fffff fff s
  booking.book              none          fffff fffff fff s
  booking.cancel            own           ++nnn nnn+n nnn s
  booking.cancel            same school   nn+nn nnn+n nnn s
  booking.cancel            other school  nnn+n nnnn+ nnn s
  booking.cancel            other county  nnnn+ nnnnn nnn s
  booking.cancel            none          nnnnn nnnnn nnn s
  booking.reschedule        own           +hnnn nnntn nnn s
  booking.reschedule        same school   nn+nn nnntn nnn s
  booking.reschedule        other school  nnn+n nnnnt nnn s
  booking.reschedule        other county  nnnn+ nnnnn nnn s
  booking.reschedule        none          nnnnn nnnnn nnn s
  booking.joinVisit         own           ++nnn nnnnn nnn s
  booking.joinVisit         same school   nn+nn nnnnn nnn s
  booking.joinVisit         other school  nnn+n nnnnn nnn s
  booking.joinVisit         other county  nnnn+ nnnnn nnn s
  booking.joinVisit         none          nnnnn nnnnn nnn s
  booking.answerReferral    own           ++nnn nnnnn nnn s
  booking.answerReferral    same school   nn+nn nnnnn nnn s
  booking.answerReferral    other school  nnn+n nnnnn nnn s
  booking.answerReferral    other county  nnnn+ nnnnn nnn s
  booking.answerReferral    none          nnnnn nnnnn nnn s
  booking.listAppointments  own           +++++ +++++ +++ s
  booking.showAppointment   own           ++nnn nnnnn nnn s
  booking.showAppointment   same school   nn+nn nnnnn nnn s
  booking.showAppointment   other school  nnn+n nnnnn nnn s
  booking.showAppointment   other county  nnnn+ nnnnn nnn s
  booking.showAppointment   none          nnnnn nnnnn nnn s
  booking.listDay           own           fffff fff++ fff s
  booking.listenToVoice     own           fffff fff+n fff s
  booking.listenToVoice     same school   fffff fff+n fff s
  booking.listenToVoice     other school  fffff fffn+ fff s
  booking.listenToVoice     other county  fffff fffnn fff s
  booking.listenToVoice     none          fffff fffnn fff s
  booking.joinWaitlist      own           ++fff fffff fff s
  booking.joinWaitlist      same school   ff+ff fffff fff s
  booking.joinWaitlist      other school  fff+f fffff fff s
  booking.joinWaitlist      other county  ffff+ fffff fff s
  booking.joinWaitlist      none          fffff fffff fff s
  booking.leaveWaitlist     own           ++nnn nnnnn nnn s
  booking.leaveWaitlist     same school   nn+nn nnnnn nnn s
  booking.leaveWaitlist     other school  nnn+n nnnnn nnn s
  booking.leaveWaitlist     other county  nnnn+ nnnnn nnn s
  booking.leaveWaitlist     none          nnnnn nnnnn nnn s
  booking.answerOffer       own           ++nnn nnnnn nnn s
  booking.answerOffer       same school   nn+nn nnnnn nnn s
  booking.answerOffer       other school  nnn+n nnnnn nnn s
  booking.answerOffer       other county  nnnn+ nnnnn nnn s
  booking.answerOffer       none          nnnnn nnnnn nnn s
  booking.askForReview      own           ++nnn nnnnn nnn s
  booking.askForReview      same school   nn+nn nnnnn nnn s
  booking.askForReview      other school  nnn+n nnnnn nnn s
  booking.askForReview      other county  nnnn+ nnnnn nnn s
  booking.askForReview      none          nnnnn nnnnn nnn s
  booking.listWaits         own           +++++ +++++ +++ s
  booking.listRequests      own           fffff fff++ fff s
  booking.setUrgency        own           fffff +n+++ fff s
  booking.setUrgency        same school   fffff +n+++ fff s
  booking.setUrgency        other school  fffff n+n++ fff s
  booking.setUrgency        other county  fffff nnnnn fff s
  booking.setUrgency        none          fffff nnnnn fff s
  booking.showPriority      own           +++++ +++++ +++ +
  booking.setPriority       own           fffff fffff f++ s
  booking.showSupply        own           fffff fff++ f++ s
  booking.showAvailability  own           fffff fff++ fff s
  booking.setAvailability   own           fffff fff++ fff s
  booking.keepVisit         own           fffff fff+n fff s
  booking.keepVisit         same school   fffff fff+n fff s
  booking.keepVisit         other school  fffff fffn+ fff s
  booking.keepVisit         other county  fffff fffnn fff s
  booking.keepVisit         none          fffff fffnn fff s
  booking.listHolidays      own           fffff fffff +++ s
  booking.setHolidays       own           fffff fffff f++ s
  booking.showVisit         own           fffff fff+n fff s
  booking.showVisit         same school   fffff fff+n fff s
  booking.showVisit         other school  fffff fffn+ fff s
  booking.showVisit         other county  fffff fffnn fff s
  booking.showVisit         none          fffff fffnn fff s
  booking.checkIn           own           fffff fff+n fff s
  booking.checkIn           same school   fffff fff+n fff s
  booking.checkIn           other school  fffff fffn+ fff s
  booking.checkIn           other county  fffff fffnn fff s
  booking.checkIn           none          fffff fffnn fff s
  booking.markNoShow        own           fffff fff+n fff s
  booking.markNoShow        same school   fffff fff+n fff s
  booking.markNoShow        other school  fffff fffn+ fff s
  booking.markNoShow        other county  fffff fffnn fff s
  booking.markNoShow        none          fffff fffnn fff s
  booking.complete          own           fffff fff+n fff s
  booking.complete          same school   fffff fff+n fff s
  booking.complete          other school  fffff fffn+ fff s
  booking.complete          other county  fffff fffnn fff s
  booking.complete          none          fffff fffnn fff s
  booking.bookNext          own           fffff fff+n fff s
  booking.bookNext          same school   fffff fff+n fff s
  booking.bookNext          other school  fffff fffn+ fff s
  booking.bookNext          other county  fffff fffnn fff s
  booking.bookNext          none          fffff fffnn fff s
  booking.recordReferral    own           fffff fff+n fff s
  booking.recordReferral    same school   fffff fff+n fff s
  booking.recordReferral    other school  fffff fffn+ fff s
  booking.recordReferral    other county  fffff fffnn fff s
  booking.recordReferral    none          fffff fffnn fff s
  booking.findForFamily     own           fffff +n+nn fff s
  booking.findForFamily     same school   fffff +n+nn fff s
  booking.findForFamily     other school  fffff n+nnn fff s
  booking.findForFamily     other county  fffff nnnnn fff s
  booking.findForFamily     none          fffff nnnnn fff s
  booking.bookForFamily     own           fffff +n+nn fff s
  booking.bookForFamily     same school   fffff +n+nn fff s
  booking.bookForFamily     other school  fffff n+nnn fff s
  booking.bookForFamily     other county  fffff nnnnn fff s
  booking.bookForFamily     none          fffff nnnnn fff s
  booking.listWeek          own           fffff fff++ fff s
  booking.listReferrals     own           fffff fff++ fff s
  booking.showStatistics    own           fffff fff++ fff s
  notify.listInbox          own           +++++ +++++ +++ s
  notify.markInboxRead      own           +++++ +++++ +++ s
  guides.listGuides         own           +++++ +++++ +++ +
  guides.getGuide           own           +++++ +++++ +++ +
  guides.getGuide           none          nnnnn nnnnn nnn n
  guides.answerQuestion     own           +++++ +++++ +++ s
  guides.answerQuestion     none          nnnnn nnnnn nnn s
  guides.saveProgress       own           +++++ +++++ +++ s
  guides.listProgress       own           +++++ +++++ +++ s
`;

export const codeOfLetter: Readonly<Record<string, string>> = {
  '+': 'OK',
  f: 'FORBIDDEN',
  n: 'NOT_FOUND',
  s: 'NOT_SIGNED_IN',
  i: 'INVITATION_INVALID',
  l: 'LAST_ADULT',
  h: 'HOLD_EXPIRED',
  t: 'SLOT_TAKEN',
};

/** What the rules of the code are called (platform/allow), action by action. */
export const allowed: Readonly<Record<string, string>> = {
  'account.signIn': 'anyone',
  'account.home': 'anyone',
  'account.updateSettings': 'signed in',
  'account.noteRecording': 'circle of the child',
  'account.giveConsent': 'circle of the child',
  'account.withdrawConsent': 'circle of the child',
  'account.claimSystem': 'anyone',
  'account.invite': 'admin',
  'account.showInvitation': 'anyone',
  'account.drawInvitation': 'signed in',
  'account.acceptInvitation': 'anyone',
  'account.listStaff': 'admin',
  'booking.listCounsellors': 'admin',
  'account.endPost': 'admin',
  'account.showEnding': 'admin',
  'family.inviteFamily': 'circle of the child',
  'family.joinFamily': 'anyone',
  'account.listAccessLog': 'circle of the child',
  'account.exportMyData': 'signed in',
  'account.deleteAccount': 'signed in',
  'account.keepAccount': 'signed in',
  'directory.listRegions': 'anyone',
  'directory.listServices': 'anyone',
  'directory.getService': 'anyone',
  'directory.listHotlines': 'anyone',
  'directory.listSchools': 'anyone',
  'family.addChild': 'signed in',
  'family.addChildByProxy': 'teacher or director',
  'family.updateChild': 'circle of the child',
  'family.sayWhoIsAway': 'circle of the child',
  'family.sayWhoIsAtHome': 'circle of the child',
  'family.confirmStatus': 'teacher or director',
  'family.takeOver': 'teacher or director',
  'family.listChildren': 'signed in',
  'family.listRoster': 'teacher or director',
  'family.showCircle': 'circle of the child',
  'family.removeFromCircle': 'signed in',
  'booking.findSlots': 'circle of the child',
  'booking.holdSlot': 'circle of the child',
  'booking.releaseSlot': 'signed in',
  'booking.book': 'circle of the child',
  'booking.cancel': 'signed in',
  'booking.listAppointments': 'signed in',
  'booking.showAppointment': 'signed in',
  'booking.listDay': 'counsellor',
  'booking.listenToVoice': 'counsellor',
  'booking.joinWaitlist': 'circle of the child',
  'booking.leaveWaitlist': 'signed in',
  'booking.answerOffer': 'signed in',
  'booking.listWaits': 'signed in',
  'booking.askForReview': 'signed in',
  'booking.listRequests': 'counsellor',
  'booking.setUrgency': 'teacher, director or counsellor',
  'booking.showPriority': 'anyone',
  'booking.setPriority': 'admin',
  'booking.showSupply': 'admin or counsellor',
  'booking.showAvailability': 'counsellor',
  'booking.setAvailability': 'counsellor',
  'booking.keepVisit': 'counsellor',
  'booking.listHolidays': 'admin',
  'booking.setHolidays': 'admin',
  'booking.reschedule': 'signed in',
  'booking.joinVisit': 'signed in',
  'booking.answerReferral': 'signed in',
  'booking.listWeek': 'counsellor',
  'booking.showVisit': 'counsellor',
  'booking.checkIn': 'counsellor',
  'booking.markNoShow': 'counsellor',
  'booking.complete': 'counsellor',
  'booking.bookNext': 'counsellor',
  'booking.findForFamily': 'teacher, director or counsellor',
  'booking.bookForFamily': 'teacher, director or counsellor',
  'booking.listReferrals': 'counsellor',
  'booking.recordReferral': 'counsellor',
  'booking.showStatistics': 'counsellor',
  'notify.listInbox': 'signed in',
  'notify.markInboxRead': 'signed in',
  'guides.listGuides': 'anyone',
  'guides.getGuide': 'anyone',
  'guides.answerQuestion': 'signed in',
  'guides.saveProgress': 'signed in',
  'guides.listProgress': 'signed in',
};
