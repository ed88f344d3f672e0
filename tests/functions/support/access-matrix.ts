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
 * c CANNOT_FOLLOW (of safeguarding, but somebody else works on it)
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
  reach.noteArrival         own           +++++ +++++ +++ +
  reach.drawCode            own           fffff fffff f+n s
  reach.drawCode            other county  fffff fffff fn+ s
  reach.drawCode            none          fffff fffff fnn s
  reach.showArrivals        own           fffff fffff f++ s
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
  family.recordMood         own           ++fff fffff fff s
  family.recordMood         same school   ff+ff fffff fff s
  family.recordMood         other school  fff+f fffff fff s
  family.recordMood         other county  ffff+ fffff fff s
  family.recordMood         none          fffff fffff fff s
  family.sendNote           own           ++fff fffff fff s
  family.sendNote           same school   ff+ff fffff fff s
  family.sendNote           other school  fff+f fffff fff s
  family.sendNote           other county  ffff+ fffff fff s
  family.sendNote           none          fffff fffff fff s
  family.markNoteHeard      own           ++fff fffff fff s
  family.markNoteHeard      same school   ff+ff fffff fff s
  family.markNoteHeard      other school  fff+f fffff fff s
  family.markNoteHeard      other county  ffff+ fffff fff s
  family.markNoteHeard      none          fffff fffff fff s
  family.answerNote         own           ++fff fffff fff s
  family.answerNote         same school   ff+ff fffff fff s
  family.answerNote         other school  fff+f fffff fff s
  family.answerNote         other county  ffff+ fffff fff s
  family.answerNote         none          fffff fffff fff s
  family.listNotes          own           ++fff fffff fff s
  family.listNotes          same school   ff+ff fffff fff s
  family.listNotes          other school  fff+f fffff fff s
  family.listNotes          other county  ffff+ fffff fff s
  family.listNotes          none          fffff fffff fff s
  family.hearVoice          own           ++fff fffff fff s
  family.hearVoice          same school   ff+ff fffff fff s
  family.hearVoice          other school  fff+f fffff fff s
  family.hearVoice          other county  ffff+ fffff fff s
  family.hearVoice          none          fffff fffff fff s
  family.listTimeline       own           ++fff fffff fff s
  family.listTimeline       same school   ff+ff fffff fff s
  family.listTimeline       other school  fff+f fffff fff s
  family.listTimeline       other county  ffff+ fffff fff s
  family.listTimeline       none          fffff fffff fff s
  family.showCallPlan       own           ++fff fffff fff s
  family.showCallPlan       same school   ff+ff fffff fff s
  family.showCallPlan       other school  fff+f fffff fff s
  family.showCallPlan       other county  ffff+ fffff fff s
  family.showCallPlan       none          fffff fffff fff s
  family.setFreeTimes       own           ++fff fffff fff s
  family.setFreeTimes       same school   ff+ff fffff fff s
  family.setFreeTimes       other school  fff+f fffff fff s
  family.setFreeTimes       other county  ffff+ fffff fff s
  family.setFreeTimes       none          fffff fffff fff s
  family.planCall           own           ++fff fffff fff s
  family.planCall           same school   ff+ff fffff fff s
  family.planCall           other school  fff+f fffff fff s
  family.planCall           other county  ffff+ fffff fff s
  family.planCall           none          fffff fffff fff s
  family.noteCall           own           ++fff fffff fff s
  family.noteCall           same school   ff+ff fffff fff s
  family.noteCall           other school  fff+f fffff fff s
  family.noteCall           other county  ffff+ fffff fff s
  family.noteCall           none          fffff fffff fff s
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
  booking.confirmVisit      own           ++nnn nnnnn nnn s
  booking.confirmVisit      same school   nn+nn nnnnn nnn s
  booking.confirmVisit      other school  nnn+n nnnnn nnn s
  booking.confirmVisit      other county  nnnn+ nnnnn nnn s
  booking.confirmVisit      none          nnnnn nnnnn nnn s
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
  guides.listGuides         own           +++++ +++++ +++ +
  guides.getGuide           own           +++++ +++++ +++ +
  guides.getGuide           none          nnnnn nnnnn nnn n
  guides.answerQuestion     own           +++++ +++++ +++ s
  guides.answerQuestion     none          nnnnn nnnnn nnn s
  guides.saveProgress       own           +++++ +++++ +++ s
  guides.listProgress       own           +++++ +++++ +++ s
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
  guides.listDrafts         own           fffff fff++ f++ s
  guides.showDraft          own           fffff fff++ f++ s
  guides.showDraft          none          fffff fffnn fnn s
  guides.saveDraft          own           fffff fff++ f++ s
  guides.saveDraft          none          fffff fffnn fnn s
  guides.review             own           fffff ffff+ fff s
  guides.review             none          fffff ffffn fff s
  guides.publish            own           fffff fffff f+f s
  guides.publish            none          fffff fffff fnf s
  guides.withdraw           own           fffff fffff f++ s
  guides.withdraw           none          fffff fffff fnn s
  guides.setReviewer        own           fffff fffff f+n s
  guides.setReviewer        same school   fffff fffff f+n s
  guides.setReviewer        other school  fffff fffff f+n s
  guides.setReviewer        other county  fffff fffff fn+ s
  guides.setReviewer        none          fffff fffff fnn s
  guides.showFigures        own           fffff fff++ f++ s
  reports.exportAudit       own           fffff fffff f++ s
  reports.showOverview      own           fffff fffff +++ s
  reports.listHolds         own           fffff fffff f++ s
  reports.holdRecords       own           fffff fffff f+n s
  reports.holdRecords       none          fffff fffff fnn s
  reports.liftHold          own           fffff fffff f+n s
  reports.liftHold          none          fffff fffff fnn s
  guides.keepRecording      own           fffff fff+f fff s
  guides.keepRecording      none          fffff fffnf fff s
  guides.listRecordings     own           fffff fff++ f++ s
  guides.openRecording      own           fffff fff++ f++ s
  guides.openRecording      none          fffff fffnn fnn s
  guides.approveRecording   own           fffff ffff+ f+n s
  guides.approveRecording   none          fffff fffnn fnn s
  guides.withdrawRecording  own           fffff fff++ f+n s
  guides.withdrawRecording  none          fffff fffnn fnn s
  guides.getAudio           own           +++++ +++++ +++ +
  guides.listCourses        own           +++++ +++++ +++ +
  guides.accompany          own           fffff +n++n fff s
  guides.accompany          same school   fffff +n++n fff s
  guides.accompany          other school  fffff n+nn+ fff s
  guides.accompany          other county  fffff nnnnn fff s
  guides.accompany          none          fffff nnnnn fff s
  guides.answerAccompany    own           ++nnn nnnnn nnn s
  guides.answerAccompany    same school   nn+nn nnnnn nnn s
  guides.answerAccompany    other school  nnn+n nnnnn nnn s
  guides.answerAccompany    other county  nnnn+ nnnnn nnn s
  guides.answerAccompany    none          nnnnn nnnnn nnn s
  guides.listAccompanied    own           +++++ +++++ +++ s
  guides.sendKindWord       own           fffff +nnnn fff s
  guides.sendKindWord       same school   fffff +nnnn fff s
  guides.sendKindWord       other school  fffff n+nnn fff s
  guides.sendKindWord       other county  fffff nnnnn fff s
  guides.sendKindWord       none          fffff nnnnn fff s
  guides.tellFamily         own           ++fff fffff fff s
  guides.tellFamily         same school   ff+ff fffff fff s
  guides.tellFamily         other school  fff+f fffff fff s
  guides.tellFamily         other county  ffff+ fffff fff s
  guides.tellFamily         none          fffff fffff fff s
  guides.showOtherHalf      own           +++++ +++++ +++ s
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
  guides.showScreening      own           ++nnn nnnnn nnn s
  guides.showScreening      same school   nn+nn nnnnn nnn s
  guides.showScreening      other school  nnn+n nnnnn nnn s
  guides.showScreening      other county  nnnn+ nnnnn nnn s
  guides.showScreening      none          nnnnn nnnnn nnn s
  guides.submitScreening    own           ++nnn nnnnn nnn s
  guides.submitScreening    same school   nn+nn nnnnn nnn s
  guides.submitScreening    other school  nnn+n nnnnn nnn s
  guides.submitScreening    other county  nnnn+ nnnnn nnn s
  guides.submitScreening    none          nnnnn nnnnn nnn s
  guides.showScreeningFigures        own           fffff fff+n fff s
  guides.showScreeningFigures        same school   fffff fff+n fff s
  guides.showScreeningFigures        other school  fffff fffn+ fff s
  guides.showScreeningFigures        other county  fffff fffnn fff s
  guides.showScreeningFigures        none          fffff fffnn fff s
  guides.showForm           own           fffff fffff f++ s
  guides.loadForm           own           fffff fffff f++ s
  safety.listAlerts         own           fffff ff++f f++ s
  safety.countAlerts        own           fffff ff++f f++ s
  safety.showAlert          own           fffff ff++f f+n s
  safety.showAlert          same school   fffff ff++f f+n s
  safety.showAlert          other school  fffff ff++f f+n s
  safety.showAlert          other county  fffff ffnnf fn+ s
  safety.showAlert          none          fffff ffnnf fnn s
  safety.acceptAlert        own           fffff ff++f f+n s
  safety.acceptAlert        same school   fffff ff++f f+n s
  safety.acceptAlert        other school  fffff ff++f f+n s
  safety.acceptAlert        other county  fffff ffnnf fn+ s
  safety.acceptAlert        none          fffff ffnnf fnn s
  safety.addAlertStep       own           fffff ffc+f fcn s
  safety.addAlertStep       same school   fffff ffc+f fcn s
  safety.addAlertStep       other school  fffff ffc+f fcn s
  safety.addAlertStep       other county  fffff ffnnf fn+ s
  safety.addAlertStep       none          fffff ffnnf fnn s
  safety.recordReport       own           fffff ffc+f fcn s
  safety.recordReport       same school   fffff ffc+f fcn s
  safety.recordReport       other school  fffff ffc+f fcn s
  safety.recordReport       other county  fffff ffnnf fn+ s
  safety.recordReport       none          fffff ffnnf fnn s
  safety.setFollowUp        own           fffff ffc+f fcn s
  safety.setFollowUp        same school   fffff ffc+f fcn s
  safety.setFollowUp        other school  fffff ffc+f fcn s
  safety.setFollowUp        other county  fffff ffnnf fn+ s
  safety.setFollowUp        none          fffff ffnnf fnn s
  safety.resolveAlert       own           fffff ffc+f fcn s
  safety.resolveAlert       same school   fffff ffc+f fcn s
  safety.resolveAlert       other school  fffff ffc+f fcn s
  safety.resolveAlert       other county  fffff ffnnf fn+ s
  safety.resolveAlert       none          fffff ffnnf fnn s
  safety.handOverAlert      own           fffff ffc+f f+n s
  safety.handOverAlert      same school   fffff ffc+f f+n s
  safety.handOverAlert      other school  fffff ffc+f f+n s
  safety.handOverAlert      other county  fffff ffnnf fn+ s
  safety.handOverAlert      none          fffff ffnnf fnn s
  safety.liftHold           own           fffff ff++f f+n s
  safety.liftHold           same school   fffff ff++f f+n s
  safety.liftHold           other school  fffff ff++f f+n s
  safety.liftHold           other county  fffff ffnnf fn+ s
  safety.liftHold           none          fffff ffnnf fnn s
  safety.confirmResolution  own           fffff ff++f f+n s
  safety.confirmResolution  same school   fffff ff++f f+n s
  safety.confirmResolution  other school  fffff ff++f f+n s
  safety.confirmResolution  other county  fffff ffnnf fn+ s
  safety.confirmResolution  none          fffff ffnnf fnn s
  safety.exportAlert        own           fffff fff+f f+n s
  safety.exportAlert        same school   fffff fff+f f+n s
  safety.exportAlert        other school  fffff fff+f f+n s
  safety.exportAlert        other county  fffff ffnnf fn+ s
  safety.exportAlert        none          fffff ffnnf fnn s
  safety.showChainHeads     own           fffff fffff f++ s
  safety.listUnheard        own           fffff ff++f f++ s
  safety.openUnheard        own           fffff ff++f f+n s
  safety.openUnheard        same school   fffff ff++f f+n s
  safety.openUnheard        other school  fffff ff++f f+n s
  safety.openUnheard        other county  fffff ffnnf fn+ s
  safety.openUnheard        none          fffff ffnnf fnn s
  safety.markVoiceHeard     own           fffff ff++f f+n s
  safety.markVoiceHeard     same school   fffff ff++f f+n s
  safety.markVoiceHeard     other school  fffff ff++f f+n s
  safety.markVoiceHeard     other county  fffff ffnnf fn+ s
  safety.markVoiceHeard     none          fffff ffnnf fnn s
  safety.listDuty           own           fffff +++++ +++ s
  safety.setDuty            own           fffff fffff f++ s
  safety.askSwap            own           fffff fff+f ffn s
  safety.answerSwap         own           fffff ff+ff ffn s
  safety.whoIsOnDuty        own           ++fff fffff fff s
  safety.whoIsOnDuty        same school   ff+ff fffff fff s
  safety.whoIsOnDuty        other school  fff+f fffff fff s
  safety.whoIsOnDuty        other county  ffff+ fffff fff s
  safety.whoIsOnDuty        none          fffff fffff fff s
  safety.reportLine         own           +++++ +++++ +++ +
  safety.listLines          own           fffff fffff f++ s
  safety.verifyLine         own           fffff fffff f++ s
  safety.recordMissed       own           fffff ff++f f++ s
  safety.exportCorrections  own           fffff fffff f++ s
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
  c: 'CANNOT_FOLLOW',
};

/** What the rules of the code are called (platform/allow), action by action. */
export const allowed: Readonly<Record<string, string>> = {
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
  'reach.noteArrival': 'anyone',
  'reach.drawCode': 'admin of a county',
  'reach.showArrivals': 'admin of a county',
  'directory.listForDesk': 'admin',
  'directory.showRecord': 'admin',
  'directory.listChanges': 'admin',
  'directory.saveService': 'admin',
  'directory.saveHotline': 'admin of a county',
  'directory.verifyService': 'admin',
  'directory.showEnding': 'admin',
  'family.addChild': 'signed in',
  'family.addChildByProxy': 'teacher or director',
  'family.updateChild': 'circle of the child',
  'family.sayWhoIsAway': 'circle of the child',
  'family.sayWhoIsAtHome': 'circle of the child',
  'family.confirmStatus': 'teacher or director',
  'family.takeOver': 'teacher or director',
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
  'director.showDesk': 'director',
  'director.listChildren': 'director',
  'director.listVisits': 'director',
  'director.noteVisit': 'director',
  'director.askVisit': 'teacher',
  'family.listChildren': 'signed in',
  'family.listRoster': 'teacher or director',
  'family.showCircle': 'circle of the child',
  'family.removeFromCircle': 'signed in',
  'family.recordMood': 'family of the child',
  'family.sendNote': 'family of the child',
  'family.markNoteHeard': 'family of the child',
  'family.answerNote': 'family of the child',
  'family.listNotes': 'family of the child',
  'family.hearVoice': 'family of the child',
  'family.listTimeline': 'family of the child',
  'family.showCallPlan': 'family of the child',
  'family.setFreeTimes': 'family of the child',
  'family.planCall': 'family of the child',
  'family.noteCall': 'family of the child',
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
  'booking.confirmVisit': 'signed in',
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
  'guides.listGuides': 'anyone',
  'guides.getGuide': 'anyone',
  'guides.answerQuestion': 'signed in',
  'guides.saveProgress': 'signed in',
  'guides.listProgress': 'signed in',
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
  'guides.listDrafts': 'guide writer or reviewer',
  'guides.showDraft': 'guide writer or reviewer',
  'guides.saveDraft': 'counsellor or admin of a county',
  'guides.review': 'guide writer or reviewer',
  'guides.publish': 'admin of a county',
  'guides.withdraw': 'admin of a county',
  'guides.setReviewer': 'admin of a county',
  'guides.showFigures': 'counsellor or admin of a county',
  'reports.exportAudit': 'admin of a county',
  'reports.showOverview': 'admin',
  'reports.listHolds': 'admin of a county',
  'reports.holdRecords': 'admin of a county',
  'reports.liftHold': 'admin of a county',
  'guides.keepRecording': 'counsellor or county admin',
  'guides.listRecordings': 'counsellor or county admin',
  'guides.openRecording': 'counsellor or county admin',
  'guides.approveRecording': 'counsellor or county admin',
  'guides.withdrawRecording': 'counsellor or county admin',
  'guides.getAudio': 'anyone',
  'guides.listCourses': 'anyone',
  'guides.accompany': 'teacher, director or counsellor',
  'guides.answerAccompany': 'signed in',
  'guides.listAccompanied': 'signed in',
  'guides.sendKindWord': 'teacher, director or counsellor',
  'guides.tellFamily': 'circle of the child',
  'guides.showOtherHalf': 'signed in',
  'guides.showScreening': 'signed in',
  'guides.submitScreening': 'signed in',
  'guides.showScreeningFigures': 'counsellor',
  'guides.showForm': 'admin',
  'guides.loadForm': 'admin',
  'safety.listAlerts': 'staff',
  'safety.countAlerts': 'staff',
  'safety.showAlert': 'staff',
  'safety.acceptAlert': 'staff',
  'safety.addAlertStep': 'staff',
  'safety.recordReport': 'staff',
  'safety.handOverAlert': 'staff',
  'safety.setFollowUp': 'staff',
  'safety.resolveAlert': 'staff',
  'safety.confirmResolution': 'staff',
  'safety.liftHold': 'staff',
  'safety.exportAlert': 'staff',
  'safety.listUnheard': 'staff',
  'safety.openUnheard': 'staff',
  'safety.markVoiceHeard': 'staff',
  'safety.listDuty': 'staff',
  'safety.askSwap': 'staff',
  'safety.answerSwap': 'staff',
  'safety.recordMissed': 'staff',
  'safety.showChainHeads': 'admin of a county',
  'safety.setDuty': 'admin of a county',
  'safety.listLines': 'admin of a county',
  'safety.verifyLine': 'admin of a county',
  'safety.exportCorrections': 'admin of a county',
  'safety.whoIsOnDuty': 'anyone; of a child its circle',
  'safety.reportLine': 'anyone',
};
