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
  /** Between asking to be deleted and being deleted, so that a mistake can be undone. */
  deletionDays: 15,
  /** Days that the list of who looked at a child's record goes back (rules.md: at least six months). */
  accessLogDays: 190,
  upcomingPerChild: 3,
  holdMinutes: 5,
  /** A place cannot be booked later than this before it begins. */
  minimumNoticeMinutes: 60,
  /** Places are made and shown this far ahead. */
  horizonDays: 14,
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
