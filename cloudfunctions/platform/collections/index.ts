import { announcements, reactionCounts, reactions } from './announcements';
import { arrivals, arrivalTallies } from './arrivals';
import { audits } from './audits';
import { appointments, counsellors, slots } from './booking';
import { children } from './children';
import type { AnyCollection } from './collection';
import { desks } from './desks';
import { counted, figures, searches } from './figures';
import { invitations, posts, quotas, system } from './entry';
import { directoryChanges, hotlines, regions, schools, services } from './directory';
import { accompanies, guideAudio, guideProgress, guides, guideTallies } from './guides';
import { homeVisits } from './home-visits';
import { migrations } from './migrations';
import { people } from './people';
import { bulletins, calls, openings, pushes, subscriptions } from './pushes';
import {
  accessLog,
  consentRecords,
  due,
  events,
  leases,
  notices,
  progress,
  recordings,
} from './records';
import { alerts, alertSteps, corrections } from './alerts';
import { dutyRoster, lineReports, safeguardingLog } from './duty';
import { contentChecks, unheard } from './unheard';
import { legalHolds } from './holds';
import { messages, reads, threads } from './threads';
import { timeline } from './timeline';
import { screeningForms, screenings } from './screening';
import { settings, tallies, waitlist } from './waitlist';
import { walks, weeks } from './weekly';

export * from './alerts';
export * from './announcements';
export * from './arrivals';
export * from './audits';
export * from './booking';
export * from './children';
export * from './collection';
export * from './directory';
export * from './desks';
export * from './figures';
export * from './entry';
export * from './guides';
export * from './home-visits';
export * from './holds';
export * from './migrations';
export * from './people';
export * from './pushes';
export * from './records';
export * from './duty';
export * from './unheard';
export * from './threads';
export * from './timeline';
export * from './screening';
export * from './waitlist';
export * from './weekly';

/** The one list of collections and indexes: deployment, local cloud and tests read it. */
export const collections: AnyCollection[] = [
  people,
  children,
  counsellors,
  slots,
  appointments,
  timeline,
  waitlist,
  settings,
  tallies,
  regions,
  services,
  hotlines,
  schools,
  arrivals,
  arrivalTallies,
  directoryChanges,
  guides,
  guideProgress,
  weeks,
  walks,
  announcements,
  reactions,
  reactionCounts,
  guideTallies,
  guideAudio,
  accompanies,
  screeningForms,
  screenings,
  homeVisits,
  events,
  due,
  notices,
  subscriptions,
  pushes,
  calls,
  bulletins,
  openings,
  contentChecks,
  alerts,
  alertSteps,
  unheard,
  dutyRoster,
  safeguardingLog,
  lineReports,
  corrections,
  legalHolds,
  accessLog,
  consentRecords,
  recordings,
  invitations,
  posts,
  quotas,
  system,
  leases,
  progress,
  migrations,
  audits,
  figures,
  counted,
  searches,
  desks,
  threads,
  messages,
  reads,
];
