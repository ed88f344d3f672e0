import type { Exception } from '../../../cloudfunctions/contract/hours';
import type { CounsellorDocument } from '../../../cloudfunctions/platform/collections';
import { addDays, dayOf, weekdayOf } from '../../../cloudfunctions/rules/dates';
import { liuxiClinic } from '../services/clinics';
import { local, mandarin, miao } from '../services/entry';
import { childHospital } from '../services/hospitals';
import { bailuRoom, fenglinRoom, liuxiRoom, qingshiRoom } from '../services/school-rooms';
import { counsellor } from './document';
import { holidaysAround } from './holidays';
import {
  atHome,
  byPhone,
  byWechat,
  forGroup,
  inClinic,
  inRoom,
  inSchool,
  on,
  workdays,
} from './week';

/** 李老师 is the demonstration counsellor: 小树's school is hers. */
export const liId = 'counsellor-li';
/** 杨医生 signs guides as well. */
export const yangId = 'counsellor-yang';
const longId = 'counsellor-long';

/**
 * The six weeks, as they are where nothing differs. Between two spans at different places there is time to get there, and lunch.
 * A child of 柳溪镇中心小学 finds a room, a clinic, the telephone and a visit on every workday.
 */
export const counsellorDocuments: CounsellorDocument[] = [
  counsellor({
    _id: liId,
    name: '李老师',
    gender: 'woman',
    languages: [mandarin, local],
    skills: ['unhappy', 'school', 'silent'],
    sessionMinutes: 40,
    bufferMinutes: 10,
    places: [
      inSchool(liuxiRoom, 'school-liuxi-primary', [
        ...on(workdays, '8:40-11:50'),
        ...on([3], '14:00-16:20'),
        ...on([5], '14:00-15:30'),
      ]),
      byPhone([...on([1, 2, 4], '14:00-15:30'), ...on([6], '9:00-10:30')]),
      atHome('liuxi', 10, on([1, 2, 4], '15:50-17:20')),
    ],
  }),
  counsellor({
    _id: yangId,
    name: '杨医生',
    gender: 'man',
    languages: [mandarin, local, miao],
    skills: ['sleep', 'eating'],
    sessionMinutes: 30,
    bufferMinutes: 10,
    places: [
      inRoom(
        liuxiClinic,
        inClinic(liuxiClinic, [
          ...on(workdays, '8:30-11:40'),
          ...on([2, 4], '14:30-17:00'),
          ...on([6], '8:30-11:00'),
        ]),
      ),
      byPhone(on([1, 3, 5], '15:00-16:50')),
    ],
  }),
  counsellor({
    _id: longId,
    name: '龙老师',
    gender: 'woman',
    languages: [mandarin, miao],
    skills: ['anger', 'bullied'],
    sessionMinutes: 45,
    bufferMinutes: 15,
    places: [
      inSchool(qingshiRoom, 'school-qingshi-primary', on([1, 2, 3, 4], '8:30-11:15')),
      byPhone([...on(workdays, '14:30-17:15'), ...on([5], '8:30-11:15')]),
      byWechat(on([2, 4], '19:00-20:45')),
    ],
  }),
  counsellor({
    _id: 'counsellor-chen',
    name: '陈医生',
    gender: 'man',
    languages: [mandarin, local],
    skills: ['sleep', 'unhappy', 'eating'],
    sessionMinutes: 50,
    bufferMinutes: 10,
    places: [
      inClinic(childHospital, [
        ...on([1, 3, 5], '8:30-11:20', '14:00-16:50'),
        ...on([6], '9:00-11:50'),
      ]),
      byPhone(on([2, 4], '9:00-11:50')),
    ],
  }),
  counsellor({
    _id: 'counsellor-wu',
    name: '吴老师',
    gender: 'woman',
    languages: [mandarin, local, miao],
    skills: ['silent', 'unsure'],
    sessionMinutes: 50,
    bufferMinutes: 15,
    places: [
      atHome('liuxi', 15, [...on([3, 5], '9:30-11:25', '14:30-16:25'), ...on([6], '9:00-10:55')]),
      atHome('shiqiao', 15, on([1, 4], '9:00-10:55', '14:00-15:55')),
      atHome('yunwu', 15, on([2], '10:00-11:55', '13:30-15:25')),
      // Saturday afternoon, when 杨医生 has gone home.
      inRoom(liuxiClinic, forGroup(inClinic(liuxiClinic, on([6], '15:00-16:00')), 6)),
    ],
  }),
  counsellor({
    _id: 'counsellor-tian',
    name: '田老师',
    gender: 'man',
    languages: [mandarin, local],
    skills: ['school', 'anger'],
    sessionMinutes: 40,
    bufferMinutes: 15,
    places: [
      inSchool(fenglinRoom, 'school-fenglin-primary', on([1, 3], '8:50-11:20')),
      inSchool(bailuRoom, 'school-bailu', on([2, 4], '9:30-12:00')),
      byPhone(on([1, 3, 5, 7], '19:00-20:35')),
    ],
  }),
];

/** As they are on a day: with the county's holidays, and with what differs in the coming weeks. */
export function counsellorsOn(now: number): CounsellorDocument[] {
  return counsellorDocuments.map((one) => ({
    ...one,
    holidays: holidaysAround(now),
    hours: { ...one.hours, exceptions: one._id === longId ? longExceptions(now) : [] },
  }));
}

/** 龙老师 goes to a course next Friday and makes up for it on the Sunday after. */
function longExceptions(now: number): Exception[] {
  const days = Array.from({ length: 7 }, (_, ahead) => addDays(dayOf(now), 7 + ahead));
  const friday = days.find((day) => weekdayOf(day) === 5) ?? dayOf(now);
  const hours = { from: 14 * 60 + 30, to: 17 * 60 + 15 };
  return [
    { kind: 'off', day: friday, from: 0, to: 24 * 60 },
    { kind: 'extra', day: addDays(friday, 2), placeId: 'phone', ...hours },
  ];
}
