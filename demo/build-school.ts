import type { SchoolWeek, WeekAnswer } from '../cloudfunctions/contract/weekly';
import type {
  AnnouncementDocument,
  ChildDocument,
  WeekDocument,
} from '../cloudfunctions/platform/collections';
import { sealDetails } from '../cloudfunctions/platform/announcement-document';
import {
  classWeekId,
  homeWeekId,
  weekDocument,
  type Said,
} from '../cloudfunctions/platform/week-document';
import { keyOfTarget } from '../cloudfunctions/rules/announcements';
import { addDays, dayMs, hourMs, startOfDay } from '../cloudfunctions/rules/dates';
import { weekOf } from '../cloudfunctions/rules/weekly';
import type { Target } from '../cloudfunctions/contract/announcements';
import { countyCode } from './county/townships';
import { treeClass, treeId, treeSchool } from './families/demonstration';
import { adminOpenid } from './people';

const theClass = { schoolId: treeSchool, className: treeClass };

const treeAtSchool: WeekAnswer = {
  ...{ usual: false, face: 'calm' },
  facts: { came: true, ate: false, played: true, worked: true },
  sentence: '举手三次，中午吃得少',
};
const treeAtHome: WeekAnswer = {
  ...{ usual: false, face: 'happy' },
  facts: { came: true, ate: true, played: true },
  sentence: '爱说笑',
};

/** What school and home have said: the week before in full, this one but for the last few. */
export function buildWeeks(kept: readonly ChildDocument[], now: number): WeekDocument[] {
  const members = kept.filter(
    ({ schoolId, className }) => schoolId === treeSchool && className === treeClass,
  );
  const week = weekOf(now);
  const before = addDays(week, -7);
  // Never later than now: the county may be seeded on a Monday morning.
  const at = (monday: string) => Math.min(startOfDay(monday) + 4 * dayMs + 16 * hourMs, now);
  const ofClass = (monday: string, list: readonly ChildDocument[]) => {
    const said: Record<string, Said> = {};
    for (const { _id } of list) {
      const answer: SchoolWeek['answer'] =
        _id === treeId && monday === week ? treeAtSchool : { usual: true };
      said[_id] = { answer, name: '王老师', at: at(monday) };
    }
    const _id = classWeekId(theClass, monday);
    return weekDocument({ _id, of: 'class', week: monday }, said, at(monday));
  };
  const atHome = (monday: string, answer: WeekAnswer) => {
    const said: Said = { answer, relation: 'paternalGrandmother', at: at(monday) };
    const _id = homeWeekId(treeId, monday);
    return weekDocument({ _id, of: 'home', week: monday }, { [treeId]: said }, at(monday));
  };
  const notYet = 4;
  const tree = members.filter(({ _id }) => _id === treeId);
  const others = members.filter(({ _id }) => _id !== treeId);
  return [
    ofClass(before, members),
    ofClass(week, [...tree, ...others.slice(notYet)]),
    atHome(before, { usual: true }),
    atHome(week, treeAtHome),
  ];
}

/** One of each kind, long since in the inboxes. */
export function buildAnnouncements(
  kept: readonly ChildDocument[],
  now: number,
): AnnouncementDocument[] {
  const make = (
    name: string,
    about: Pick<AnnouncementDocument, 'target' | 'kind' | 'by'> & { from: string; text: string },
    { daysAgo, choices = [], children }: { daysAgo: number; choices?: string[]; children: number },
  ): AnnouncementDocument => {
    const _id = `demo-announcement-${name}`;
    const { target, kind, by, from, text } = about;
    return {
      ...{ _id, target, key: keyOfTarget(target), kind, whom: 'anyone', by },
      ...{ at: now - daysAgo * dayMs, details: sealDetails(_id, { from, text, choices }) },
      ...{
        choices: choices.length,
        withdrawnAt: null,
        held: false,
        heldParts: [],
        tellAt: null,
        round: 1,
      },
      ...{ remindedAt: null, after: null, children, inPerson: 0, files: [] },
    };
  };
  const toClass: Target = { scope: 'class', ...theClass };
  const toCounty: Target = { scope: 'county', county: countyCode };
  const inClass = kept.filter(({ className }) => className === treeClass).length;
  const teacher = { by: 'demo-teacher', from: '王老师', target: toClass };
  return [
    make(
      'coats',
      { ...teacher, kind: 'tap', text: '这周降温，请给孩子带一件厚外套。' },
      { daysAgo: 2, children: inClass },
    ),
    make(
      'meeting',
      { ...teacher, kind: 'answer', text: '周五下午两点开家长会，家里来一位就行。' },
      { daysAgo: 4, choices: ['能来', '来不了', '打电话说'], children: inClass },
    ),
    make(
      'line',
      {
        ...{ by: adminOpenid, from: '何老师', target: toCounty, kind: 'read' as const },
        text: '心里难受，随时可以打 12356。拨通不用登记，不收钱。',
      },
      { daysAgo: 9, children: kept.length },
    ),
  ];
}
