import type { Signs } from '../../cloudfunctions/contract/person';
import type { AtHome } from '../../cloudfunctions/contract/family';
import { consentVersions } from '../../cloudfunctions/contract/consent';
import { purposes, type Purpose, type Relation } from '../../cloudfunctions/contract/enums';
import { children, people } from '../../cloudfunctions/platform/collections';
import type { ChildDocument, PersonDocument } from '../../cloudfunctions/platform/collections';
import { blindIndex, encrypt } from '../../cloudfunctions/platform/field-encryption';
import { sealAtHome } from '../../cloudfunctions/areas/family/circle';
import { newPost, type NewPost } from '../../cloudfunctions/areas/account/staff';
import { countyOf } from '../../cloudfunctions/rules/reach';
import { standingOf } from '../../cloudfunctions/rules/circle';
import { partsOf } from '../../cloudfunctions/rules/dates';

/** A child of the demonstration in the clear: what the documents are made from. */
export interface DemoChild {
  id: string;
  nickname: string;
  birthYear: number;
  birthMonth: number;
  schoolId?: string;
  schoolName?: string;
  className?: string;
  township: string;
  circle: { openid: string; relation: Relation; standing?: 'proxy' }[];
  /** Of a family without a telephone: who is reached how. */
  atHome?: AtHome;
  /** What a parent has agreed to; everything, unless a family of the demonstration is to differ. */
  agreed?: readonly Purpose[];
}

/** An adult of the demonstration in the clear. Families have no name here. */
export interface DemoPerson {
  openid: string;
  roles: PersonDocument['roles'];
  name?: string;
  phone?: string;
  size?: PersonDocument['size'];
  township?: string;
  /** Where they work: staff only. */
  post?: Omit<NewPost, 'role' | 'county'>;
}

/** Year of birth of somebody who is `age` whole years old at `now`, born in that month. */
export function birthYearOf(now: number, age: number, month: number): number {
  const { year, month: thisMonth } = partsOf(now);
  return year - age - (thisMonth < month ? 1 : 0);
}

/** The person as areas/account writes it, with the index of children that areas/family keeps. */
export function personDocument(
  person: DemoPerson,
  circleChildren: readonly DemoChild[],
  createdAt: number,
): PersonDocument {
  const { openid: id, name, phone, size, township, roles } = person;
  const [role] = roles;
  if (!role) throw new Error(`${id} has no role`);
  const place = (field: string) => ({ collection: people.name, id, field });
  return {
    _id: id,
    roles,
    role,
    ...(name && { name: encrypt(place('name'), name) }),
    ...(phone && {
      phone: encrypt(place('phone'), phone),
      phoneIndex: blindIndex('phone', phone),
    }),
    ...(size && { size }),
    ...(township && { township }),
    children: circleChildren.flatMap((child) => {
      const member = child.circle.find((adult) => adult.openid === id);
      if (!member) return [];
      const { id: childId, township: at, schoolId, className } = child;
      const entry = { id: childId, relation: member.relation, township: at };
      return [
        {
          ...entry,
          ...(schoolId && { schoolId }),
          ...(className && { className }),
          ...(member.standing === 'proxy' && { proxy: true as const }),
        },
      ];
    }),
    posts: postOf(person, createdAt).map(({ entry }) => entry),
    createdAt,
  };
}

/** The child as areas/family/add-child writes it, before anything was booked. */
export function childDocument(child: DemoChild, createdAt: number): ChildDocument {
  const { id, nickname, birthYear, birthMonth, schoolId, schoolName, township, circle } = child;
  const place = (field: string) => ({ collection: children.name, id, field });
  const birth = `${birthYear}-${String(birthMonth).padStart(2, '0')}`;
  return {
    _id: id,
    nickname: encrypt(place('nickname'), nickname),
    birth: encrypt(place('birth'), birth),
    ...(schoolId && { schoolId, schoolName }),
    ...(child.className && { className: child.className }),
    township,
    circle: circle.map((adult) => ({
      ...adult,
      standing: adult.standing ?? standingOf(adult.relation),
      since: createdAt,
    })),
    consents: (child.agreed ?? purposes).map((purpose) => consentOf(child, purpose, createdAt)),
    ...(child.atHome && { athome: sealAtHome(id, child.atHome) }),
    visitDue: '',
    confirmed: false,
    upcoming: [],
    bookings: 0,
    rev: 1,
    createdAt,
  };
}

/** Who may sign guides in the demonstration; whatever they sign says that it is made up. */
const signersOfGuides: Readonly<Record<string, Signs | undefined>> = {
  'demo-counsellor': { codes: ['C', 'G'], title: '谈心老师', organisation: '柳溪镇中心小学' },
  'demo-doctor': { codes: ['P'], title: '儿童精神科医生', organisation: '柳溪镇卫生院' },
  'demo-teacher': { codes: ['T'], title: '班主任', organisation: '柳溪镇中心小学' },
  'demo-director': { codes: ['S'], title: '儿童主任', organisation: '柳溪镇' },
};

/** The post of somebody of the staff; families have none. */
export function postOf(person: DemoPerson, since: number): ReturnType<typeof newPost>[] {
  const { openid, name = '', roles, post } = person;
  const [role] = roles;
  if (!post || role === undefined || role === 'caregiver' || role === 'parent') return [];
  const held = { ...post, role, county: countyOf(person.township ?? '') };
  const { document, entry } = newPost(`post-${openid}`, held, { openid, name, since });
  const signs = signersOfGuides[openid];
  return [
    {
      document: { ...document, ...(signs && { signs }) },
      entry: { ...entry, ...(signs && { signs }) },
    },
  ];
}

/** Given by a parent who is in the circle; otherwise begun by whoever is. */
function consentOf(
  child: DemoChild,
  purpose: Purpose,
  at: number,
): ChildDocument['consents'][number] {
  const parent = child.circle.find(({ relation }) => standingOf(relation) === 'guardian');
  const by = (parent ?? child.circle[0])?.relation ?? 'other';
  return {
    purpose,
    state: parent ? 'given' : 'pending',
    version: consentVersions[purpose],
    by,
    standing: standingOf(by),
    at,
  };
}
