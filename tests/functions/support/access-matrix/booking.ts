/** Rows of `booking.` (how they are read: ./index), and what its rules are called (platform/allow). */
export const table = `
  booking.listCounsellors   own           fffff fffff +++ s
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
`;

export const allowed = {
  'booking.listCounsellors': 'admin',
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
} as const;
