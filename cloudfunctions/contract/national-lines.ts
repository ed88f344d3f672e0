import type { Hotline } from './directory';

/**
 * Telephone lines of the whole country. They travel with the mini program, so that the first
 * opening without network shows them too; the directory's own list replaces them when it comes.
 * Source: reference/domain/rules.md ("Telephone lines"); check them on a schedule and move
 * `verifiedAt` with it.
 */
const verifiedAt = Date.UTC(2026, 10, 1);

export const nationalLines: Hotline[] = [
  {
    id: 'national-120',
    number: '120',
    name: '急救',
    purpose: '喝了药、受了伤、叫不醒',
    hours: '全天',
    urgent: true,
    order: 1,
    verifiedAt,
  },
  {
    id: 'national-110',
    number: '110',
    name: '报警',
    purpose: '有人伤害孩子、孩子不见了',
    hours: '全天',
    urgent: true,
    order: 2,
    verifiedAt,
  },
  {
    id: 'national-12356',
    number: '12356',
    name: '心理援助',
    purpose: '心里难受，想找人说说',
    hours: '每天至少 18 小时，有的地方全天',
    urgent: false,
    order: 3,
    verifiedAt,
  },
  {
    id: 'national-12355',
    number: '12355',
    name: '青少年服务台',
    purpose: '孩子的学习、心事、权益',
    hours: '各地不同',
    urgent: false,
    order: 4,
    verifiedAt,
  },
  {
    id: 'national-12338',
    number: '12338',
    name: '妇女儿童维权',
    purpose: '妇女和孩子受了欺负',
    hours: '各地不同',
    urgent: false,
    order: 5,
    verifiedAt,
  },
  {
    id: 'national-12345',
    number: '12345',
    name: '政府服务',
    purpose: '不知道找哪个部门',
    hours: '全天',
    urgent: false,
    order: 6,
    verifiedAt,
  },
];
