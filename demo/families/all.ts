import type { SchoolDocument } from '../county/schools';
import { moreFamilies } from '../full/families';
import { directorOpenid, grandmaOpenid } from '../people';
import { limits } from '../../cloudfunctions/contract/limits';
import { familyRows, household } from '.';
import { knownPeople, tree, treeClass, treeSchool } from './demonstration';
import type { DemoChild, DemoPerson } from './documents';

export interface Everybody {
  people: DemoPerson[];
  children: DemoChild[];
}

/** The forty families, more of them for a full county, and the demonstration people. */
export function everybody(
  schools: readonly SchoolDocument[],
  families: number,
  now: number,
  random: () => number,
): Everybody {
  const byId = new Map(schools.map((school) => [school._id, school]));
  const full = families > familyRows.length;
  const rows = [...familyRows, ...moreFamilies(families, familyRows.length, schools, random)];
  const households = rows.map((row, index) => household(row, index + 1, byId, now));
  const children = [tree(now), ...households.flatMap((family) => family.children)];
  fillClass(children, full ? fullClass : 0);
  if (full) fillDirector(children);
  return { people: [...knownPeople, ...households.flatMap((family) => family.adults)], children };
}

/** As large as a class may be in the villages. */
const fullClass = 50;
const classAges = [8, 9];

/** Those of the age are in the teacher's class; a full county has fifty of them, whoever they are. */
function fillClass(children: DemoChild[], atLeast: number): void {
  const { township, schoolName, birthYear } = children[0] ?? {};
  const inSchool = children.filter((child) => child.schoolId === treeSchool);
  const isOfAge = (child: DemoChild) =>
    classAges.some((age) => child.birthYear === (birthYear ?? 0) + 9 - age);
  for (const child of inSchool.filter(isOfAge)) child.className = treeClass;
  const missing = atLeast - children.filter(({ className }) => className === treeClass).length;
  children
    .filter((child) => child.township === township && child.className !== treeClass)
    .slice(0, Math.max(missing, 0))
    .forEach((child) => {
      child.schoolId = treeSchool;
      if (schoolName) child.schoolName = schoolName;
      child.className = treeClass;
    });
}

/** How many more the child director can write down. */
const roomLeft = 10;

/** Gives the child director nearly as many families as one may act for. */
function fillDirector(children: DemoChild[]): void {
  const isWith = (child: DemoChild, openid: string) =>
    child.circle.some((adult) => adult.openid === openid);
  const missing =
    limits.childrenPerProxy -
    roomLeft -
    children.filter((child) => isWith(child, directorOpenid)).length;
  children
    .filter((child) => !isWith(child, directorOpenid) && !isWith(child, grandmaOpenid))
    .slice(0, missing)
    .forEach((child) =>
      child.circle.push({ openid: directorOpenid, relation: 'other', standing: 'proxy' }),
    );
}
