import * as v from 'valibot';
import { RelationSchema } from '@contract/enums';
import { children, type ChildDocument } from '../../platform/collections';
import { decrypt, encrypt } from '../../platform/field-encryption';
import { memberId } from '../../platform/members';
import { openWarmth, sealWarmth, warmthWithout } from '../../platform/warmth';

const ToldSchema = v.object({
  openid: v.string(),
  relation: RelationSchema,
  guideId: v.string(),
  at: v.number(),
});
export type Told = v.InferOutput<typeof ToldSchema>;

const placeOf = (id: string) => ({ collection: children.name, id, field: 'heard' });

export const sealHeard = (childId: string, list: readonly Told[]): string =>
  encrypt(placeOf(childId), JSON.stringify(list));

/** Who of the circle told the others which guide they heard; of those who have left, nothing. */
export function openHeard({ _id, heard, circle }: ChildDocument): Told[] {
  if (heard == null) return [];
  const list = v.parse(v.array(ToldSchema), JSON.parse(decrypt(placeOf(_id), heard)));
  return list.filter(({ openid }) => circle.some((adult) => adult.openid === openid));
}

/**
 * What is left on the child after somebody has left the circle, for the change that takes them out:
 * what they heard, said and planned goes with them.
 */
export function childWithout(
  child: ChildDocument,
  openid: string,
): { heard?: string; warmth?: string } {
  const { _id, heard, warmth } = child;
  const list = openHeard(child).filter((told) => told.openid !== openid);
  return {
    ...(heard != null && { heard: sealHeard(_id, list) }),
    ...(warmth !== undefined && {
      warmth: sealWarmth(_id, warmthWithout(openWarmth(child), memberId(_id, openid))),
    }),
  };
}
