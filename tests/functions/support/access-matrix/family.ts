/** Rows of `family.` (how they are read: ./index), and what its rules are called (platform/allow). */
export const table = `
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
`;

export const allowed = {
  'family.inviteFamily': 'circle of the child',
  'family.joinFamily': 'anyone',
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
} as const;
