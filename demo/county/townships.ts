import type { Travel } from '../../cloudfunctions/contract/shapes';

/** No county of China has this code: GB/T 2260 has no province 99. */
export const countyCode = '990101';
/** The name says by itself that the county is made up. */
export const countyName = '云岭县（演示）';

/**
 * The townships, the county town first. The positions lie in the sands of the Taklamakan, where
 * nobody lives: a map opened on one of them leads to no real house.
 */
export const townships = {
  qingshi: { code: '990101001', name: '青石镇', latitude: 39.02, longitude: 83.04 },
  liuxi: { code: '990101002', name: '柳溪镇', latitude: 39.1, longitude: 83.16 },
  fenglin: { code: '990101003', name: '枫林乡', latitude: 39.17, longitude: 83.05 },
  shiqiao: { code: '990101004', name: '石桥乡', latitude: 39.14, longitude: 83.27 },
  yunwu: { code: '990101005', name: '云雾乡', latitude: 39.28, longitude: 83.21 },
  bailu: { code: '990101006', name: '白鹿乡', latitude: 38.9, longitude: 83.13 },
} as const;
export type TownshipKey = keyof typeof townships;

export const townshipKeys: TownshipKey[] = [
  'qingshi',
  'liuxi',
  'fenglin',
  'shiqiao',
  'yunwu',
  'bailu',
];

/** Minutes by bus, in the order of `townshipKeys`; waiting at the road is counted. */
const busMinutes: Record<TownshipKey, number[]> = {
  qingshi: [20, 35, 40, 50, 90, 60],
  liuxi: [35, 20, 25, 30, 60, 70],
  fenglin: [40, 25, 20, 35, 50, 80],
  shiqiao: [50, 30, 35, 20, 45, 65],
  yunwu: [90, 60, 50, 45, 25, 110],
  bailu: [60, 70, 80, 65, 110, 20],
};

/** How long it takes to a place in `to` from every township; `near` is for those who live there. */
export function travelTo(to: TownshipKey, near: Travel): Record<string, Travel> {
  const rows = townshipKeys.map((from, index): [string, Travel] => [
    townships[from].code,
    from === to ? near : { by: 'bus', minutes: busMinutes[to][index] ?? 0 },
  ]);
  return Object.fromEntries(rows);
}

/** Nobody has to go anywhere: telephone, or somebody comes to the house. */
export function noTravel(): Record<string, Travel> {
  const rows = townshipKeys.map((key): [string, Travel] => [
    townships[key].code,
    { by: 'none', minutes: 0 },
  ]);
  return Object.fromEntries(rows);
}

export const walk = (minutes: number): Travel => ({ by: 'walk', minutes });
export const bus = (minutes: number): Travel => ({ by: 'bus', minutes });
