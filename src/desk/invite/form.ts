import * as v from 'valibot';
import type { InputOf } from '@contract';
import type { StaffRole } from '@contract/enums';
import { limits } from '@contract/limits';
import { nameOf } from '@contract/shapes';
import type { SchoolChoice } from '@/components/school-picker';
import { staff } from '@/wording/staff';

/** The five posts one can be invited to: an administrator is the county's or a school's. */
export const postKinds = ['teacher', 'counsellor', 'director', 'schoolAdmin', 'admin'] as const;
export type PostKind = (typeof postKinds)[number];

export interface InviteForm extends SchoolChoice {
  kind?: PostKind | undefined;
  name: string;
  classes: string[];
  /** A class that is written and not yet added: it counts all the same. */
  className: string;
  township?: string | undefined;
  counsellorId?: string | undefined;
}

export const emptyInvite: InviteForm = { name: '', classes: [], className: '', schoolAsked: false };

const NameSchema = nameOf(limits.staffNameCharacters);
export const isName = (name: string) => v.is(NameSchema, name);
export const isClassName = (name: string) => v.is(nameOf(limits.classNameCharacters), name);

export const needsSchool = (kind: PostKind | undefined) =>
  kind === 'teacher' || kind === 'schoolAdmin';

/** What is still to be filled in, in words. */
export function missingOf(form: InviteForm): string[] {
  const { kind, name, schoolId, township, counsellorId } = form;
  return [
    kind ? '' : staff.missingRole,
    isName(name) ? '' : staff.missingName,
    needsSchool(kind) && !schoolId ? staff.missingSchool : '',
    kind === 'director' && !township ? staff.missingTownship : '',
    kind === 'counsellor' && !counsellorId ? staff.missingCounsellor : '',
  ].filter(Boolean);
}

/** As many as one teacher has, and the contract takes. */
const classesAtMost = 10;

export function classesOf({ classes, className }: InviteForm): string[] {
  const name = className.trim();
  const fresh = isClassName(name) && !classes.includes(name) && classes.length < classesAtMost;
  return fresh ? [...classes, name] : classes;
}

/** The invitation, with nothing in it that belongs to another kind of post. */
export function invitationOf(form: InviteForm): InputOf<'account.invite'> | undefined {
  const { kind, schoolId, township, counsellorId } = form;
  if (!kind || missingOf(form).length > 0) return undefined;
  const role: StaffRole = kind === 'schoolAdmin' ? 'admin' : kind;
  const name = form.name.trim();
  if (kind === 'teacher') return { role, name, schoolId, classes: classesOf(form) };
  if (kind === 'schoolAdmin') return { role, name, schoolId };
  if (kind === 'director') return { role, name, township };
  if (kind === 'counsellor') return { role, name, counsellorId };
  return { role, name };
}
