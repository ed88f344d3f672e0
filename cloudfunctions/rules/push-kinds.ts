import type { NoticeKind } from '@contract/enums';
import type { PushTemplate } from '@contract/push';
import { dayMs, hourMs, minuteMs } from './dates';

/**
 * How soon a push must be there. `now` passes the night and the week's limit: somebody on duty, a
 * family's emergency. `dated` has a time of its own, such as a reminder: it waits for the morning
 * unless that were too late, and passes the week's limit but counts. `calm` waits for its turn.
 */
export type Haste = 'now' | 'dated' | 'calm';

export interface PushWay {
  template: PushTemplate;
  haste: Haste;
  /** Of several that are due for one person the greatest goes first; the others wait. */
  priority: number;
  /** So long it waits for others of its kind, which are then told together. */
  gatherMs: number;
  /** After so long nobody needs to hear of it any more. */
  keepsMs: number;
  /** Where it cannot be pushed, a person telephones. */
  call?: 'visit' | 'duty';
}

const minutes = (count: number) => count * minuteMs;
const hours = (count: number) => count * hourMs;
const days = (count: number) => count * dayMs;

const way = (
  template: PushTemplate,
  haste: Haste,
  priority: number,
  gatherMs: number,
  keepsMs: number,
): PushWay => ({ template, haste, priority, gatherMs, keepsMs });

/** What each kind of notice becomes; what is missing here stands in the inbox alone. */
const ways: Partial<Record<NoticeKind, PushWay>> = {
  dutyAlert: { ...way('duty', 'now', 100, 0, hours(24)), call: 'duty' },
  familyUrgent: way('reply', 'now', 95, 0, hours(24)),
  visitReminder: { ...way('reminder', 'dated', 90, 0, days(1)), call: 'visit' },
  visitCancelled: way('changed', 'dated', 88, 0, days(3)),
  visitMoved: way('changed', 'dated', 86, 0, days(3)),
  placeOffered: way('offer', 'dated', 84, 0, hours(12)),
  consentWanted: way('consent', 'dated', 82, 0, days(2)),
  callSoon: way('reminder', 'dated', 80, 0, hours(12)),
  visitBooked: way('booked', 'calm', 70, 0, days(3)),
  questionRaised: way('reply', 'calm', 65, minutes(5), days(3)),
  schoolReply: way('reply', 'calm', 60, minutes(5), days(3)),
  counsellorLeft: way('reply', 'calm', 59, minutes(5), days(3)),
  noteAnswered: way('reply', 'calm', 58, minutes(5), days(3)),
  noteArrived: way('reply', 'calm', 56, minutes(5), days(3)),
  callAgreed: way('reply', 'calm', 54, minutes(5), days(3)),
  callProposed: way('reply', 'calm', 52, minutes(5), days(3)),
  familyMessage: way('reply', 'calm', 50, minutes(10), days(2)),
  announced: way('announced', 'calm', 40, minutes(2), days(5)),
  dutyChanged: way('announced', 'calm', 46, minutes(2), days(2)),
  standInNamed: way('announced', 'calm', 44, minutes(2), days(2)),
  guideDue: way('announced', 'calm', 25, minutes(2), days(5)),
  weeklyDigest: way('digest', 'calm', 30, 0, days(2)),
  bulletin: way('guide', 'calm', 20, 0, days(5)),
};

export const pushWay = (kind: NoticeKind): PushWay | undefined => ways[kind];

/** Every kind that is pushed by a template, the most pressing first: what the person is shown. */
export const kindsOf = (template: PushTemplate): NoticeKind[] =>
  (Object.keys(ways) as NoticeKind[])
    .filter((kind) => ways[kind]?.template === template)
    .sort((a, b) => (ways[b]?.priority ?? 0) - (ways[a]?.priority ?? 0));

/**
 * Things of which only one is told: replies in one place, announcements, alerts. `about` is the thread,
 * child or visit; what tells of something else is never put together with it.
 */
export const gatherKey = (template: PushTemplate, about: string | undefined): string | undefined =>
  template === 'announced' || template === 'duty'
    ? template
    : template === 'reply' && about
      ? `reply:${about}`
      : undefined;
