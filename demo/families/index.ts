import { demoMobile } from '../county/phones';
import type { SchoolDocument } from '../county/schools';
import { townships } from '../county/townships';
import { directorOpenid } from '../people';
import { countyTownFamilies } from './county-town';
import { birthYearOf, type DemoChild, type DemoPerson } from './documents';
import { hillFamilies } from './hills';
import { liuxiFamilies } from './liuxi';
import type { FamilyRow } from './rows';

/** The forty families. */
export const familyRows: FamilyRow[] = [...liuxiFamilies, ...countyTownFamilies, ...hillFamilies];

export interface Household {
  adults: DemoPerson[];
  children: DemoChild[];
}

/** First of the numbers that `demoMobile` gives to families; the eight people have those below. */
const firstFamilyPhone = 100;

/** Adults and children of one family; `number` counts families from 1. */
export function household(
  row: FamilyRow,
  number: number,
  schools: ReadonlyMap<string, SchoolDocument>,
  now: number,
): Household {
  const label = String(number).padStart(2, '0');
  const township = townships[row.township].code;
  const caregiver: DemoPerson = {
    openid: `demo-family-${label}`,
    roles: [row.relation === 'mother' || row.relation === 'father' ? 'parent' : 'caregiver'],
    size: row.relation === 'mother' || row.relation === 'father' ? 'standard' : 'large',
    township,
    ...(!row.noPhone && { phone: demoMobile(firstFamilyPhone + number * 2) }),
  };
  const parent: DemoPerson | undefined = row.parent && {
    openid: `demo-family-${label}-${row.parent}`,
    roles: ['parent'],
    size: 'standard',
    township,
    phone: demoMobile(firstFamilyPhone + number * 2 + 1),
  };
  const circle: DemoChild['circle'] = [
    { openid: caregiver.openid, relation: row.relation },
    ...(parent && row.parent ? [{ openid: parent.openid, relation: row.parent }] : []),
    ...(row.noPhone
      ? [{ openid: directorOpenid, relation: 'other' as const, standing: 'proxy' as const }]
      : []),
  ];
  const children = row.children.map(([nickname, age, month, schoolId], index): DemoChild => {
    const school = schoolId === undefined ? undefined : schools.get(schoolId);
    return {
      id: `demo-child-${label}-${index + 1}`,
      nickname,
      birthYear: birthYearOf(now, age, month),
      birthMonth: month,
      // A child belongs where its school is, as areas/family/add-child has it.
      township: school?.township ?? township,
      ...(school && { schoolId: school._id, schoolName: school.name }),
      ...(row.noPhone && {
        // A neighbour's telephone.
        atHome: { caregiver: row.relation, phone: demoMobile(firstFamilyPhone + number * 2) },
      }),
      // One of its own: brothers and sisters may come to have different adults.
      circle: [...circle],
    };
  });
  return { adults: parent ? [caregiver, parent] : [caregiver], children };
}
