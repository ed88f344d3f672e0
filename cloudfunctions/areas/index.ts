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
import { getService } from './directory/get-service';
import { listHotlines } from './directory/list-hotlines';
import { listRegions } from './directory/list-regions';
import { listSchools } from './directory/list-schools';
import { listServices } from './directory/list-services';
import { addChild } from './family/add-child';
import { addChildByProxy } from './family/add-child-by-proxy';
import { confirmStatus } from './family/confirm-status';
import { inviteFamily } from './family/invite-family';
import { joinFamily } from './family/join-family';
import { listChildren } from './family/list-children';
import { listRoster } from './family/list-roster';
import { removeFromCircle } from './family/remove-from-circle';
import { sayWhoIsAtHome } from './family/say-who-is-at-home';
import { sayWhoIsAway } from './family/say-who-is-away';
import { showCircle } from './family/show-circle';
import { takeOver } from './family/take-over';
import { updateChild } from './family/update-child';
import { answerQuestion } from './guides/answer-question';
import { getGuide } from './guides/get-guide';
import { listGuides } from './guides/list-guides';
import { listProgress } from './guides/list-progress';
import { saveProgress } from './guides/save-progress';
import { listInbox } from './notify/list-inbox';
import { markInboxRead } from './notify/mark-inbox-read';

/** Everything the mini program can ask for. */
export const actions: Action[] = [
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
  findSlots,
  holdSlot,
  releaseSlot,
  book,
  reschedule,
  cancel,
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
  listProgress,
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
];
