/** Rows of `guides.` (how they are read: ./index), and what its rules are called (platform/allow). */
export const table = `
  guides.listGuides         own           +++++ +++++ +++ +
  guides.getGuide           own           +++++ +++++ +++ +
  guides.getGuide           none          nnnnn nnnnn nnn n
  guides.answerQuestion     own           +++++ +++++ +++ s
  guides.answerQuestion     none          nnnnn nnnnn nnn s
  guides.saveProgress       own           +++++ +++++ +++ s
  guides.listProgress       own           +++++ +++++ +++ s
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
`;

export const allowed = {
  'guides.listGuides': 'anyone',
  'guides.getGuide': 'anyone',
  'guides.answerQuestion': 'signed in',
  'guides.saveProgress': 'signed in',
  'guides.listProgress': 'signed in',
  'guides.listDrafts': 'guide writer or reviewer',
  'guides.showDraft': 'guide writer or reviewer',
  'guides.saveDraft': 'counsellor or admin of a county',
  'guides.review': 'guide writer or reviewer',
  'guides.publish': 'admin of a county',
  'guides.withdraw': 'admin of a county',
  'guides.setReviewer': 'admin of a county',
  'guides.showFigures': 'counsellor or admin of a county',
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
} as const;
