import * as v from 'valibot';
import type { Role } from '@contract/enums';
import type { Progress } from '@contract/reading';
import { stagesOf } from '@rules/courses';
import { worksWith } from '@rules/posts';
import type { Caller } from '../../platform/caller';
import {
  accompanies,
  type AccompanyDocument,
  type ChildDocument,
} from '../../platform/collections';
import { blindIndex, decrypt, encrypt } from '../../platform/field-encryption';
import { courseOf } from './courses';

/** A counsellor works with families whom they have seen, or will see, around now. */
export const visitDays = 180;

const DetailsSchema = v.object({ courseId: v.string(), name: v.optional(v.string()) });
type Details = v.InferOutput<typeof DetailsSchema>;

const placeOf = (id: string) => ({ collection: accompanies.name, id, field: 'details' });

export const sealAccompany = (id: string, details: Details) =>
  encrypt(placeOf(id), JSON.stringify(details));

export const openAccompany = ({ _id, details }: AccompanyDocument): Details =>
  v.parse(DetailsSchema, JSON.parse(decrypt(placeOf(_id), details)));

/** One offer for one child, course and companion, however often it is made. */
export const accompanyId = (childId: string, courseId: string, openid: string) =>
  blindIndex('accompany', [childId, courseId, openid].join('\0'));

/**
 * As what the caller works with a child: its teacher or child director, else as a counsellor, of
 * whom the visits are asked elsewhere. Undefined: not at all.
 */
export function roleWith({ person }: Caller, child: ChildDocument): Role | undefined {
  const posts = person?.posts ?? [];
  const near = posts.find((post) => worksWith(post, child));
  return near?.role ?? posts.find(({ role }) => role === 'counsellor')?.role;
}

/** Adults of the family: whoever only acts for it is not one. */
export const familyOf = (child: ChildDocument): string[] =>
  child.circle.flatMap(({ openid, standing }) => (standing === 'proxy' ? [] : [openid]));

/** What a companion sees of how far the family is; nothing before it has agreed. */
export function stagesShown(courseId: string, progress: readonly Progress[]) {
  return stagesOf(courseOf(courseId)?.guides ?? [], progress);
}
