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
  /** A family may move or cancel by itself until so long before; staff are exempt. */
  changeCutOffMinutes: 120,
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
  voiceSeconds: 60,
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
} as const;
