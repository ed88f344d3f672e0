import type { CounsellorDocument } from '../../../cloudfunctions/platform/collections';
import { liuxiClinic } from '../services/clinics';
import { local, mandarin, miao } from '../services/entry';
import { childHospital } from '../services/hospitals';
import { bailuRoom, fenglinRoom, liuxiRoom, qingshiRoom } from '../services/school-rooms';
import { countyCode } from '../townships';
import { atHome, byPhone, inClinic, inSchool, on, workdays } from './week';

/** 李老师 is the demonstration counsellor: 小树's school is hers. */
export const liId = 'counsellor-li';

/**
 * The six weeks. Between two spans at different places there is time to get there, and lunch.
 * A child of 柳溪镇中心小学 finds a room, a clinic, the telephone and a visit on every workday.
 */
export const counsellorDocuments: CounsellorDocument[] = [
  {
    _id: liId,
    county: countyCode,
    name: '李老师',
    gender: 'woman',
    languages: [mandarin, local],
    sessionMinutes: 40,
    bufferMinutes: 10,
    places: [
      inSchool(liuxiRoom, 'school-liuxi-primary', [
        ...on(workdays, '8:40-11:50'),
        ...on([3], '14:00-16:20'),
        ...on([5], '14:00-15:30'),
      ]),
      byPhone([...on([1, 2, 4], '14:00-15:30'), ...on([6], '9:00-10:30')]),
      atHome('liuxi', on([1, 2, 4], '15:50-17:20')),
    ],
  },
  {
    _id: 'counsellor-yang',
    county: countyCode,
    name: '杨医生',
    gender: 'man',
    languages: [mandarin, local, miao],
    sessionMinutes: 30,
    bufferMinutes: 10,
    places: [
      inClinic(liuxiClinic, [
        ...on(workdays, '8:30-11:40'),
        ...on([2, 4], '14:30-17:00'),
        ...on([6], '8:30-11:00'),
      ]),
      byPhone(on([1, 3, 5], '15:00-16:50')),
    ],
  },
  {
    _id: 'counsellor-long',
    county: countyCode,
    name: '龙老师',
    gender: 'woman',
    languages: [mandarin, miao],
    sessionMinutes: 45,
    bufferMinutes: 15,
    places: [
      inSchool(qingshiRoom, 'school-qingshi-primary', on([1, 2, 3, 4], '8:30-11:15')),
      byPhone([...on(workdays, '14:30-17:15'), ...on([5], '8:30-11:15')]),
    ],
  },
  {
    _id: 'counsellor-chen',
    county: countyCode,
    name: '陈医生',
    gender: 'man',
    languages: [mandarin, local],
    sessionMinutes: 50,
    bufferMinutes: 10,
    places: [
      inClinic(childHospital, [
        ...on([1, 3, 5], '8:30-11:20', '14:00-16:50'),
        ...on([6], '9:00-11:50'),
      ]),
      byPhone(on([2, 4], '9:00-11:50')),
    ],
  },
  {
    _id: 'counsellor-wu',
    county: countyCode,
    name: '吴老师',
    gender: 'woman',
    languages: [mandarin, local, miao],
    sessionMinutes: 50,
    bufferMinutes: 15,
    places: [
      atHome('liuxi', [...on([3, 5], '9:30-11:25', '14:30-16:25'), ...on([6], '9:00-10:55')]),
      atHome('shiqiao', on([1, 4], '9:00-10:55', '14:00-15:55')),
      atHome('yunwu', on([2], '10:00-11:55', '13:30-15:25')),
    ],
  },
  {
    _id: 'counsellor-tian',
    county: countyCode,
    name: '田老师',
    gender: 'man',
    languages: [mandarin, local],
    sessionMinutes: 40,
    bufferMinutes: 15,
    places: [
      inSchool(fenglinRoom, 'school-fenglin-primary', on([1, 3], '8:50-11:20')),
      inSchool(bailuRoom, 'school-bailu', on([2, 4], '9:30-12:00')),
      byPhone(on([1, 3, 5, 7], '19:00-20:35')),
    ],
  },
];
