import * as v from 'valibot';
import { RelationSchema, RoleSchema, SituationSchema } from '@contract/enums';
import { SafetyAnswerSchema } from '@contract/screening';
import { children, type alerts, type ChildDocument, type unheard } from './collections';
import { decrypt, encrypt } from './field-encryption';

/** What was said, as safeguarding keeps its own copy of it. */
const EvidenceSchema = v.object({
  kind: v.picklist(['text', 'voice', 'picture', 'prepared', 'face', 'answer', 'gone']),
  text: v.optional(v.string()),
  situation: v.optional(SituationSchema),
  face: v.optional(v.number()),
  safety: v.optional(SafetyAnswerSchema),
  seconds: v.optional(v.number()),
  fileId: v.optional(v.string()),
  at: v.number(),
  by: v.object({
    relation: v.optional(RelationSchema),
    role: v.optional(RoleSchema),
    name: v.optional(v.string()),
  }),
  /** How the child is called and where it goes to school, as it was then. */
  nickname: v.optional(v.string(), ''),
  schoolName: v.optional(v.string()),
});
export type Evidence = v.InferOutput<typeof EvidenceSchema>;
/** What whoever writes something hands over; the child's part is added. */
export type Said = Omit<Evidence, 'nickname' | 'schoolName'>;

type Keeper = typeof alerts | typeof unheard;
const placeOf = ({ name: collection }: Keeper, id: string) => ({
  collection,
  id,
  field: 'evidence',
});

export const sealEvidence = (keeper: Keeper, id: string, evidence: Evidence): string =>
  encrypt(placeOf(keeper, id), JSON.stringify(evidence));

export function openEvidence(
  keeper: Keeper,
  { _id, evidence }: { _id: string; evidence: string },
): Evidence {
  return v.parse(EvidenceSchema, JSON.parse(decrypt(placeOf(keeper, _id), evidence)));
}

/** What was said, with how the child is called: the copy outlives the child's own record. */
export function evidenceOf(said: Said, child: ChildDocument | undefined): Evidence {
  if (!child) return { ...said, nickname: '' };
  const place = { collection: children.name, id: child._id, field: 'nickname' };
  const nickname = decrypt(place, child.nickname);
  return { ...said, nickname, schoolName: child.schoolName };
}

/** Where a recording or picture lies: `voice/{folder}/{file}`. */
export const pathsOf = ({ fileId }: Pick<Evidence, 'fileId'>): string[] =>
  fileId === undefined ? [] : [fileId.slice(fileId.indexOf('/voice/') + 1)];
