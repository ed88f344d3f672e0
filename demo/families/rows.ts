import type { Relation } from '../../cloudfunctions/contract/enums';
import type { TownshipKey } from '../county/townships';

/** Nickname, age in whole years when the county is seeded, month of birth, school if there is one. */
export type ChildRow = readonly [nickname: string, age: number, month: number, school?: string];

/** One family: where it lives, who looks after the children, and the children. */
export interface FamilyRow {
  township: TownshipKey;
  relation: Relation;
  children: readonly ChildRow[];
  /** A parent who is away and looks in from there. */
  parent?: 'father' | 'mother';
  /** No telephone of their own: the child director acts for them. */
  noPhone?: true;
}

type Rest = Pick<FamilyRow, 'parent' | 'noPhone'>;

/** Families of one township, one line each. */
export function familiesIn(
  township: TownshipKey,
  lines: readonly (readonly [Relation, readonly ChildRow[], Rest?])[],
): FamilyRow[] {
  return lines.map(([relation, children, rest]) => ({ township, relation, children, ...rest }));
}
