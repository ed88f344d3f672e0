import Taro from '@tarojs/taro';
import { common } from '@/wording/common';

/** Every page's address, so that a wrong one does not compile. */
export const tabs = ['home', 'guides', 'messages', 'me'] as const;
export type Tab = (typeof tabs)[number];

const pages = {
  phones: '/pages/phones/index',
  directory: '/help/directory/index',
  service: '/help/service/index',
  reachCodes: '/reach/codes/index',
  arrivals: '/reach/arrivals/index',
  guide: '/guide/read/index',
  signs: '/guide/signs/index',
  courses: '/guide/courses/index',
  course: '/guide/course/index',
  certificate: '/guide/certificate/index',
  together: '/guide/together/index',
  offerCourse: '/guide/offer/index',
  recordList: '/record/list/index',
  recordGuide: '/record/guide/index',
  screening: '/screening/start/index',
  screeningAsk: '/screening/ask/index',
  screeningFigures: '/screening/figures/index',
  ownMood: '/screening/mood/index',
  screeningForm: '/screening/form/index',
  who: '/family/who/index',
  addChild: '/family/add-child/index',
  myPhone: '/family/phone/index',
  bookingChild: '/booking/child/index',
  bookingWorry: '/booking/worry/index',
  bookingPlace: '/booking/place/index',
  bookingTimes: '/booking/times/index',
  bookingConfirm: '/booking/confirm/index',
  bookingDone: '/booking/done/index',
  bookingFilter: '/booking/filter/index',
  move: '/booking/move/index',
  queue: '/booking/queue/index',
  queueDone: '/booking/queue-done/index',
  waits: '/booking/waits/index',
  offer: '/booking/offer/index',
  rule: '/booking/rule/index',
  appointments: '/booking/list/index',
  appointment: '/booking/detail/index',
  visit: '/desk/visit/index',
  hours: '/desk/hours/index',
  join: '/family/join/index',
  consent: '/family/consent/index',
  circle: '/family/circle/index',
  away: '/family/away/index',
  atHome: '/family/at-home/index',
  mood: '/warm/mood/index',
  note: '/warm/note/index',
  corner: '/warm/corner/index',
  timeline: '/warm/timeline/index',
  calls: '/warm/calls/index',
  freeTimes: '/warm/free-times/index',
  policy: '/privacy/policy/index',
  childrenPolicy: '/privacy/children/index',
  exportData: '/privacy/export/index',
  looks: '/privacy/looks/index',
  leave: '/privacy/leave/index',
  accept: '/desk/accept/index',
  claim: '/desk/claim/index',
  staff: '/desk/staff/index',
  schools: '/people/schools/index',
  school: '/people/school/index',
  schoolYear: '/people/year/index',
  leavePost: '/people/leave/index',
  directorDesk: '/director/desk/index',
  directorChild: '/director/child/index',
  directorNote: '/director/note/index',
  invite: '/desk/invite/index',
  holidays: '/desk/holidays/index',
  roster: '/desk/roster/index',
  proxyChild: '/desk/proxy/index',
  poster: '/desk/poster/index',
  simulate: '/desk/simulate/index',
  day: '/desk/day/index',
  complete: '/desk/complete/index',
  followUp: '/desk/follow-up/index',
  moveVisit: '/desk/move/index',
  week: '/desk/week/index',
  requests: '/desk/requests/index',
  phoneIn: '/desk/phone-in/index',
  route: '/desk/route/index',
  referrals: '/desk/referrals/index',
  statistics: '/desk/statistics/index',
  thread: '/school/thread/index',
  threadSearch: '/school/search/index',
  report: '/school/report/index',
  desk: '/school/inbox/index',
  officeHours: '/school/office-hours/index',
  standIn: '/school/stand-in/index',
  weekClass: '/school/weekly/index',
  weekHome: '/school/weekly-home/index',
  childWeek: '/school/week/index',
  classMembers: '/school/class/index',
  announcements: '/announce/list/index',
  announcement: '/announce/show/index',
  announce: '/announce/write/index',
  sent: '/announce/sent/index',
  announcementFigures: '/announce/figures/index',
  pushes: '/notify/how/index',
  weekFromAfar: '/notify/week/index',
  bulletin: '/notify/bulletin/index',
  callList: '/notify/calls/index',
  deadLetters: '/notify/letters/index',
  bulletins: '/notify/bulletins/index',
  sendBulletin: '/notify/send/index',
  deskGuides: '/publish/list/index',
  deskGuide: '/publish/guide/index',
  deskWrite: '/publish/write/index',
  deskCompare: '/publish/compare/index',
  deskPublish: '/publish/release/index',
  deskFigures: '/publish/figures/index',
  deskSigners: '/publish/signers/index',
  figures: '/figures/overview/index',
  unmet: '/figures/unmet/index',
  alerts: '/safety/alerts/index',
  alert: '/safety/alert/index',
  alertReport: '/safety/report/index',
  alertClose: '/safety/close/index',
  alertConfirm: '/safety/confirm/index',
  alertHand: '/safety/hand/index',
  alertExport: '/safety/export/index',
  unheard: '/safety/unheard/index',
  duty: '/safety/duty/index',
  phoneCheck: '/safety/lines/index',
  missed: '/safety/missed/index',
  records: '/manage/list/index',
  record: '/manage/service/index',
  recordEdit: '/manage/edit/index',
  recordClose: '/manage/close/index',
  line: '/manage/line/index',
  lineEdit: '/manage/line-edit/index',
  traces: '/manage/traces/index',
  safetyRecords: '/safety/records/index',
  legalHolds: '/manage/hold/index',
} as const;

export type Page = keyof typeof pages;

function urlOf(page: Page, query: Record<string, string> = {}): string {
  const text = Object.entries(query)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
  return text ? `${pages[page]}?${text}` : pages[page];
}

/** WeChat keeps at most ten pages open and refuses the eleventh. */
const pagesAtMost = 10;

/** A tap is never without an answer: a part of the app may be missing while there is no network. */
function sayFailed(): void {
  void Taro.showToast({ icon: 'none', title: common.cannotOpen });
}

/** Opens a page on top. Ids only: nothing that says who somebody is belongs into an address. */
export function open(page: Page, query?: Record<string, string>): void {
  const full = Taro.getCurrentPages().length >= pagesAtMost;
  const url = urlOf(page, query);
  (full ? Taro.redirectTo({ url }) : Taro.navigateTo({ url })).catch(sayFailed);
}

/** Opens a page in place of this one, so that "back" does not lead into a finished form. */
export function replaceWith(page: Page, query?: Record<string, string>): void {
  Taro.redirectTo({ url: urlOf(page, query) }).catch(sayFailed);
}

/** Opens a page and forgets all others: what lies behind is finished, also for the phone's back key. */
export function endWith(page: Page, query?: Record<string, string>): void {
  Taro.reLaunch({ url: urlOf(page, query) }).catch(sayFailed);
}

export function openTab(tab: Tab): void {
  Taro.switchTab({ url: `/pages/${tab}/index` }).catch(sayFailed);
}

/** To the top of this page, where it shows something else from here on. */
export function toTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
}

/** One page back, or home when this page was the first (opened from a shared card). */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else openTab('home');
}

/** Back where that page lies below this one; otherwise to it, in place of this one. */
export function backTo(page: Page): void {
  const below = Taro.getCurrentPages().at(-2)?.route ?? '';
  if (below !== '' && pages[page].includes(below.split('?')[0] ?? '')) back();
  else replaceWith(page);
}
