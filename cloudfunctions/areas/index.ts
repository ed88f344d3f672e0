import type { Action } from '../platform/action';
import { acceptInvitation } from './account/accept-invitation';
import { claimSystem } from './account/claim-system';
import { deleteAccount, keepAccount } from './account/delete-account';
import { drawInvitation } from './account/draw-invitation';
import { endPost } from './account/end-post';
import { exportMyData } from './account/export-my-data';
import { giveConsent } from './account/give-consent';
import { home } from './account/home';
import { invite } from './account/invite';
import { listAccessLog } from './account/list-access-log';
import { listStaff } from './account/list-staff';
import { noteRecording } from './account/note-recording';
import { showEnding } from './account/show-ending';
import { showInvitation } from './account/show-invitation';
import { signIn } from './account/sign-in';
import { updateSettings } from './account/update-settings';
import { withdrawConsent } from './account/withdraw-consent';
import { answerOffer } from './booking/answer-offer';
import { answerReferral } from './booking/answer-referral';
import { askForReview } from './booking/ask-for-review';
import { book } from './booking/book';
import { bookForFamily } from './booking/book-for-family';
import { bookNext } from './booking/book-next';
import { cancel } from './booking/cancel';
import { checkIn } from './booking/check-in';
import { complete } from './booking/complete';
import { findForFamily } from './booking/find-for-family';
import { findSlots } from './booking/find-slots';
import { holdSlot } from './booking/hold-slot';
import { confirmVisit } from './booking/confirm-visit';
import { joinVisit } from './booking/join-visit';
import { joinWaitlist } from './booking/join-waitlist';
import { keepVisit } from './booking/keep-visit';
import { leaveWaitlist } from './booking/leave-waitlist';
import { listAppointments } from './booking/list-appointments';
import { listCounsellors } from './booking/list-counsellors';
import { listDay } from './booking/list-day';
import { listHolidays } from './booking/list-holidays';
import { listReferrals } from './booking/list-referrals';
import { listRequests } from './booking/list-requests';
import { listWaits } from './booking/list-waits';
import { listWeek } from './booking/list-week';
import { listenToVoice } from './booking/listen-to-voice';
import { markNoShow } from './booking/mark-no-show';
import { recordReferral } from './booking/record-referral';
import { releaseSlot } from './booking/release-slot';
import { reschedule } from './booking/reschedule';
import { setAvailability } from './booking/set-availability';
import { setHolidays } from './booking/set-holidays';
import { setPriority } from './booking/set-priority';
import { setUrgency } from './booking/set-urgency';
import { showAppointment } from './booking/show-appointment';
import { showAvailability } from './booking/show-availability';
import { showPriority } from './booking/show-priority';
import { showStatistics } from './booking/show-statistics';
import { showSupply } from './booking/show-supply';
import { showVisit } from './booking/show-visit';
import { askVisit } from './director/ask-visit';
import { listChildren as listCareChildren } from './director/list-children';
import { listVisits } from './director/list-visits';
import { noteVisit } from './director/note-visit';
import { showDesk } from './director/show-desk';
import { getService } from './directory/get-service';
import { listHotlines } from './directory/list-hotlines';
import { listForDesk } from './directory/list-for-desk';
import { listRegions } from './directory/list-regions';
import { listSchools } from './directory/list-schools';
import { listServices } from './directory/list-services';
import { saveHotline } from './directory/save-hotline';
import { saveService } from './directory/save-service';
import { showEndingOfService } from './directory/show-ending';
import { listChanges as listRecordChanges, showRecord } from './directory/show-record';
import { verifyService } from './directory/verify-service';
import { addChild } from './family/add-child';
import { addChildByProxy } from './family/add-child-by-proxy';
import { answerNote } from './family/answer-note';
import { confirmStatus } from './family/confirm-status';
import { hearVoice } from './family/hear-voice';
import { inviteFamily } from './family/invite-family';
import { joinFamily } from './family/join-family';
import { listChildren } from './family/list-children';
import { listNotes } from './family/list-notes';
import { listRoster } from './family/list-roster';
import { listTimeline } from './family/list-timeline';
import { markNoteHeard } from './family/mark-note-heard';
import { noteCall } from './family/note-call';
import { planCall } from './family/plan-call';
import { recordMood } from './family/record-mood';
import { removeFromCircle } from './family/remove-from-circle';
import { sayWhoIsAtHome } from './family/say-who-is-at-home';
import { sayWhoIsAway } from './family/say-who-is-away';
import { sendNote } from './family/send-note';
import { setFreeTimes } from './family/set-free-times';
import { showCallPlan } from './family/show-call-plan';
import { showCircle } from './family/show-circle';
import { takeOver } from './family/take-over';
import { updateChild } from './family/update-child';
import { accompany } from './guides/accompany';
import { answerAccompany } from './guides/answer-accompany';
import { answerQuestion } from './guides/answer-question';
import { approveRecording } from './guides/approve-recording';
import { getAudio } from './guides/get-audio';
import { getGuide } from './guides/get-guide';
import { listDrafts } from './guides/list-drafts';
import { listGuides } from './guides/list-guides';
import { listProgress } from './guides/list-progress';
import { publish } from './guides/publish';
import { review } from './guides/review';
import { saveDraft } from './guides/save-draft';
import { saveProgress } from './guides/save-progress';
import { setReviewer } from './guides/set-reviewer';
import { showDraft } from './guides/show-draft';
import { showFigures } from './guides/show-figures';
import { withdraw } from './guides/withdraw';
import { keepRecording } from './guides/keep-recording';
import { listAccompanied } from './guides/list-accompanied';
import { listCourses } from './guides/list-courses';
import { listRecordings } from './guides/list-recordings';
import { openRecording } from './guides/open-recording';
import { sendKindWord } from './guides/send-kind-word';
import { showOtherHalf } from './guides/show-other-half';
import { tellFamily } from './guides/tell-family';
import { withdrawRecording } from './guides/withdraw-recording';
import { loadForm, showForm } from './guides/load-form';
import { showScreeningFigures } from './guides/show-screening-figures';
import { showScreening } from './guides/show-screening';
import { submitScreening } from './guides/submit-screening';
import { listInbox } from './notify/list-inbox';
import { listDeadLetters, sendAgain } from './notify/dead-letters';
import { listBulletins, withdrawBulletin } from './notify/list-bulletins';
import { listCalls, markCalled } from './notify/list-calls';
import { markInboxRead } from './notify/mark-inbox-read';
import { openBulletin } from './notify/open-bulletin';
import { recordSubscription } from './notify/record-subscription';
import { sendBulletin } from './notify/send-bulletin';
import { setQuietHours } from './notify/set-quiet-hours';
import { showPushes } from './notify/show-pushes';
import { closeClass } from './people/close-class';
import { closeSchool } from './people/close-school';
import { leave } from './people/leave';
import { listClasses } from './people/list-classes';
import { listSchools as listOwnSchools } from './people/list-schools';
import { moveYear } from './people/move-year';
import { saveClass } from './people/save-class';
import { saveSchool } from './people/save-school';
import { showLeave } from './people/show-leave';
import { showYear } from './people/show-year';
import { countWaiting } from './school/count-waiting';
import { endStandIn } from './school/end-stand-in';
import { listColleagues } from './school/list-colleagues';
import { listDesk } from './school/list-desk';
import { setOfficeHours } from './school/set-office-hours';
import { setStandIn } from './school/set-stand-in';
import { showAnswering } from './school/show-answering';
import { showOfficeHours } from './school/show-office-hours';
import { exportThread } from './school/export-thread';
import { getThread } from './school/get-thread';
import { listChanges } from './school/list-changes';
import { listThreads } from './school/list-threads';
import { markRead } from './school/mark-read';
import { noteFile } from './school/note-file';
import { noteAnnouncementPicture } from './school/note-announcement-picture';
import { openAnnouncementPicture } from './school/open-announcement-picture';
import { openFile } from './school/open-file';
import { reportMessage } from './school/report-message';
import { sendMessage } from './school/send-message';
import { withdrawMessage } from './school/withdraw-message';
import { drawCode } from './reach/draw-code';
import { noteArrival } from './reach/note-arrival';
import { showArrivals } from './reach/show-arrivals';
import { exportAudit } from './reports/export-audit';
import { showOverview } from './reports/show-overview';
import { holdRecords } from './reports/hold-records';
import { liftLegalHold } from './reports/lift-legal-hold';
import { listHolds } from './reports/list-holds';
import { acknowledge } from './school/acknowledge';
import { announce } from './school/announce';
import { answerWeekly } from './school/answer-weekly';
import { answerWeeklyAtHome } from './school/answer-weekly-at-home';
import { remindAnnouncement, withdrawAnnouncement } from './school/change-announcement';
import { listAnnouncements } from './school/list-announcements';
import { listSentAnnouncements } from './school/list-sent-announcements';
import { listWeeks } from './school/list-weeks';
import { setClass } from './school/set-class';
import { showAnnouncement } from './school/show-announcement';
import { showAnnouncementFigures } from './school/show-announcement-figures';
import { showWeek } from './school/show-week';
import { tellInPerson } from './school/tell-in-person';
import { countAlerts } from './safety/count-alerts';
import { listAlerts } from './safety/list-alerts';
import { showAlert } from './safety/show-alert';
import { acceptAlert } from './safety/accept-alert';
import { addAlertStep } from './safety/add-alert-step';
import { recordReport } from './safety/record-report';
import { handOverAlert } from './safety/hand-over-alert';
import { setFollowUp } from './safety/set-follow-up';
import { resolveAlert } from './safety/resolve-alert';
import { confirmResolution } from './safety/confirm-resolution';
import { liftHold } from './safety/lift-hold';
import { exportAlert } from './safety/export-alert';
import { showChainHeads } from './safety/show-chain-heads';
import { listUnheard } from './safety/list-unheard';
import { openUnheard } from './safety/open-unheard';
import { markVoiceHeard } from './safety/mark-voice-heard';
import { listDuty } from './safety/list-duty';
import { setDuty } from './safety/set-duty';
import { whoIsOnDuty } from './safety/who-is-on-duty';
import { reportLine } from './safety/report-line';
import { recordMissed } from './safety/record-missed';
import { exportCorrections } from './safety/export-corrections';
import { answerSwap, askSwap } from './safety/ask-swap';
import { listLines, verifyLine } from './safety/lines';

/** Everything the mini program can ask for. */
export const actions: Action[] = [
  closeClass,
  closeSchool,
  leave,
  listClasses,
  listOwnSchools,
  moveYear,
  saveClass,
  saveSchool,
  showLeave,
  showYear,
  showDesk,
  listCareChildren,
  listVisits,
  noteVisit,
  askVisit,
  signIn,
  home,
  updateSettings,
  noteRecording,
  giveConsent,
  withdrawConsent,
  claimSystem,
  invite,
  showInvitation,
  drawInvitation,
  acceptInvitation,
  listStaff,
  showEnding,
  endPost,
  listAccessLog,
  exportMyData,
  deleteAccount,
  keepAccount,
  listRegions,
  listServices,
  getService,
  listHotlines,
  listSchools,
  noteArrival,
  drawCode,
  showArrivals,
  listForDesk,
  showRecord,
  listRecordChanges,
  saveService,
  saveHotline,
  verifyService,
  showEndingOfService,
  addChild,
  addChildByProxy,
  takeOver,
  updateChild,
  listChildren,
  showCircle,
  inviteFamily,
  joinFamily,
  removeFromCircle,
  sayWhoIsAway,
  sayWhoIsAtHome,
  listRoster,
  confirmStatus,
  recordMood,
  sendNote,
  markNoteHeard,
  answerNote,
  listNotes,
  hearVoice,
  listTimeline,
  showCallPlan,
  setFreeTimes,
  planCall,
  noteCall,
  findSlots,
  holdSlot,
  releaseSlot,
  book,
  reschedule,
  cancel,
  confirmVisit,
  joinVisit,
  answerReferral,
  listAppointments,
  showAppointment,
  joinWaitlist,
  leaveWaitlist,
  answerOffer,
  listWaits,
  askForReview,
  listRequests,
  setUrgency,
  showPriority,
  setPriority,
  showSupply,
  listCounsellors,
  listDay,
  listWeek,
  listenToVoice,
  listGuides,
  getGuide,
  answerQuestion,
  saveProgress,
  accompany,
  answerAccompany,
  approveRecording,
  getAudio,
  keepRecording,
  listAccompanied,
  listCourses,
  listRecordings,
  openRecording,
  sendKindWord,
  showOtherHalf,
  tellFamily,
  withdrawRecording,
  listProgress,
  listDrafts,
  showDraft,
  saveDraft,
  review,
  publish,
  withdraw,
  setReviewer,
  showFigures,
  showScreening,
  submitScreening,
  showScreeningFigures,
  showForm,
  loadForm,
  showAvailability,
  setAvailability,
  keepVisit,
  listHolidays,
  setHolidays,
  showVisit,
  checkIn,
  markNoShow,
  complete,
  bookNext,
  findForFamily,
  bookForFamily,
  listReferrals,
  recordReferral,
  showStatistics,
  listInbox,
  markInboxRead,
  recordSubscription,
  showPushes,
  setQuietHours,
  listDeadLetters,
  sendAgain,
  listCalls,
  markCalled,
  sendBulletin,
  listBulletins,
  withdrawBulletin,
  openBulletin,
  listDesk,
  countWaiting,
  showOfficeHours,
  setOfficeHours,
  listColleagues,
  setStandIn,
  endStandIn,
  showAnswering,
  listThreads,
  getThread,
  noteFile,
  sendMessage,
  markRead,
  listChanges,
  withdrawMessage,
  reportMessage,
  openFile,
  exportThread,
  showWeek,
  answerWeekly,
  answerWeeklyAtHome,
  listWeeks,
  setClass,
  announce,
  noteAnnouncementPicture,
  openAnnouncementPicture,
  listAnnouncements,
  showAnnouncement,
  acknowledge,
  listSentAnnouncements,
  showAnnouncementFigures,
  remindAnnouncement,
  withdrawAnnouncement,
  tellInPerson,
  listAlerts,
  countAlerts,
  showAlert,
  acceptAlert,
  addAlertStep,
  recordReport,
  handOverAlert,
  setFollowUp,
  resolveAlert,
  confirmResolution,
  liftHold,
  exportAlert,
  showChainHeads,
  listUnheard,
  openUnheard,
  markVoiceHeard,
  listDuty,
  setDuty,
  whoIsOnDuty,
  reportLine,
  recordMissed,
  exportCorrections,
  askSwap,
  answerSwap,
  listLines,
  verifyLine,
  exportAudit,
  showOverview,
  listHolds,
  holdRecords,
  liftLegalHold,
];
