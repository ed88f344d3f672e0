/**
 * Numbers that both sides keep to. Units are in the names.
 * Sources: design.md (budgets), reference/domain/rules.md (booking practice).
 */
export const limits = {
  /** Largest request that is looked at at all; WeChat advises ≤ 100 KB a call. */
  requestBytes: 64 * 1024,
  nicknameCharacters: 10,
  /** Children are written down from birth to the last year of senior school. */
  childAgeYears: 18,
  childrenPerPerson: 12,
  /** A child director acts for a village's families without a telephone. */
  childrenPerProxy: 60,
  adultsPerChild: 8,
  /** A family's invitation is for somebody who is waiting for it; a post's may lie in an office. */
  familyInvitationHours: 72,
  postInvitationDays: 14,
  staffNameCharacters: 12,
  classNameCharacters: 12,
  schoolNameCharacters: 20,
  classesPerSchool: 80,
  holidayNameCharacters: 12,
  /** Between asking to be deleted and being deleted, so that a mistake can be undone. */
  deletionDays: 15,
  /** Days that the list of who looked at a child's record goes back (rules.md: at least six months). */
  accessLogDays: 190,
  upcomingPerChild: 3,
  holdMinutes: 5,
  /** A place cannot be booked later than this before it begins. */
  minimumNoticeMinutes: 60,
  /** So many days are shown at once, and as far ahead as places are made unless somebody says else. */
  horizonDays: 14,
  /** The furthest that a counsellor may let people book ahead. */
  furthestDays: 60,
  /** A family may move or cancel by itself until so long before; staff are exempt. Less than the two
   * hours of the last reminder, and no less than the notice that somebody else needs to take the place. */
  changeCutOffMinutes: 60,
  /** How long a place is kept for a parent's answer, and how long before the visit it must be there. */
  consentHours: 48,
  consentCutOffMinutes: 60,
  /** How long an offered place is kept for an answer; the quiet hours do not count. */
  offerMinutes: 180,
  /** With less time than that to answer, a place is not offered: it stays free for whoever looks. */
  offerLeastMinutes: 30,
  /** So many families are asked about one place, one after another; then it is simply free. */
  offersPerPlace: 3,
  /** No offers between these hours of the day, Beijing time. */
  quietFromHour: 21,
  quietToHour: 7,
  waitsPerChild: 2,
  /** A wish on the waiting list may look this far ahead. */
  waitDays: 60,
  seatsPerGroup: 12,
  placesPerCounsellor: 12,
  spansPerPlace: 28,
  exceptionsPerCounsellor: 60,
  noteCharacters: 1000,
  /** What a child director writes down of a visit at home: a page of them stays within an answer. */
  visitCharacters: 400,
  /** One message of a thread, in characters. */
  messageCharacters: 300,
  /** How many messages of a thread a page shows at once. */
  messagesShown: 15,
  /** The newest messages of each line that a thread's head tells of: the most that is counted as new. */
  tailPerLine: 20,
  /** So long after sending, a message can be taken back. */
  withdrawMinutes: 2,
  /** What a family may send to one thread within a minute; more waits on the phone and goes by itself. */
  messagesPerMinute: 30,
  pictureKilobytes: 1024,
  /** Spans of a week in which a teacher answers families, and stretches of days away. */
  officeSpans: 21,
  absences: 20,
  /** A stand-in looks after a colleague's families for so many days at most. */
  standInDays: 120,
  standInsPerSchool: 40,
  /** So many days somebody else of the school may see a thread that nobody has answered. */
  raisedDays: 14,
  /** What a desk shows of a message. */
  deskCharacters: 60,
  /** Children of one class that a teacher answers for at once. */
  childrenPerClass: 60,
  weekSentenceCharacters: 40,
  weeksPerPage: 4,
  /** What was said of a week without network may still arrive so long after its Sunday night. */
  weekLateHours: 24,
  /** How long a line of the inbox is kept: what it is about says more, and for longer. */
  noticeDays: 190,
  /** Weeks are kept for so long (rules.md: twelve months), messages and announcements as well. */
  schoolMonths: 12,
  /** Notes of visits at home: a successor reads how the last two years were (operator sets). */
  homeVisitMonths: 24,
  announcementCharacters: 500,
  /** Their texts are long: eight fill an answer. */
  announcementsPerPage: 8,
  picturesPerAnnouncement: 3,
  choiceCharacters: 8,
  choicesPerAnnouncement: 4,
  /** An announcement may be timed so far ahead. */
  announceAheadDays: 30,
  /** Those who have not reacted are told again at most so often, and not twice within so many hours. */
  announcementRounds: 3,
  remindAfterHours: 20,
  voiceSeconds: 60,
  /** A note between parent and child is short: heard whole, and said without a second try. */
  noteSeconds: 30,
  noteTextCharacters: 120,
  moodTextCharacters: 60,
  /** Days for which a mood that was written down without network may still arrive. */
  moodLateDays: 2,
  timelinePage: 12,
  /** Notes in the child's corner: those to hear, and the last ones to hear again. */
  notesShown: 8,
  /** Faces that stand on the child: four weeks. */
  moodDaysKept: 28,
  /** Retention of the timeline (rules.md: operator sets; 12 months as for messages). */
  timelineDays: 365,
  busySpansPerPerson: 8,
  callsPerChild: 3,
  /** How long after a planned call one may still say whether it happened, days. */
  callAskDays: 3,
  blocksPerGuide: 5,
  /** So long somebody who came by a code is not counted again; then the mark goes. */
  arrivalDays: 365,
  /** A minute of speech at 32 kbit/s is 240 KB: what is larger is no recording of a block. */
  guideSoundBytes: 480 * 1024,
  /** Less than this is no speech. */
  guideSoundLeastBytes: 1024,
  /** How long a link to a recorded guide works. */
  guideLinkMinutes: 60,
  /** A recording that no visit has taken by then is deleted; a draft is kept for a day. */
  looseRecordingDays: 3,
  /** How many free places one question for times may read. */
  slotsRead: 120,
  /** How many times of one day a page shows. */
  slotsShown: 40,
  alternatives: 3,
  /** How many bookings of the last day, for other days, a counsellor's day tells of. */
  freshShown: 10,
  pageSize: 20,
  coursesPerCompanion: 20,
  /** An offer to hear a course together waits so long for an answer; then it lasts so long. */
  accompanyOfferDays: 14,
  accompanyDays: 120,
  /** Between two kind words to one family. */
  kindWordHours: 20,
  /** So many guides are remembered as told to the family. */
  toldKept: 60,
  /** What safeguarding writes down in one step. */
  alertTextCharacters: 500,
  alertsPerPage: 15,
  /** An S3 that nobody has taken goes to the next in line after so long. */
  acceptMinutes: 15,
  /** An S1 waits for the weekly look; rules.md: seen within 48 h. */
  weeklyLookHours: 48,
  /** Somebody listens to a recording without words within so long; sooner when it cannot wait. */
  hearHours: 24,
  hearUrgentHours: 2,
  /** It is kept so long after that: another may have heard more in it. */
  heardDays: 14,
  dutyShiftsPerWeek: 60,
  /** A telephone line is called again after so long. */
  lineCheckDays: 90,
  /** A place or office is asked again after so long whether all is still right. */
  serviceCheckDays: 180,
  /** What administrators changed of the directory is kept so long. */
  directoryHistoryMonths: 36,
  /** Finished alerts are kept so long, unless an authority asks for longer (operator sets). */
  alertMonths: 36,
  /** Looks of safeguarding itself are kept so long. */
  safeguardingLogMonths: 36,
} as const;
