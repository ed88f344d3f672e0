import type { Relation } from '../../cloudfunctions/contract/enums';
import type { SchoolDocument } from '../county/schools';
import { townshipKeys, townships } from '../county/townships';
import type { ChildRow, FamilyRow } from '../families/rows';
import { between, oneOf } from '../random';

const firsts = Array.from('大二小阿冬春夏秋天地山水花草云星月雨雪风');
const seconds = Array.from('宝贝福禄喜乐平顺康健勇敢灵巧慧聪悦欢晴朗');
const thirds = ['', '儿', '子', '仔'];

/** 1,600 nicknames, each once. */
const nicknames = thirds.flatMap((third) =>
  firsts.flatMap((first) => seconds.map((second) => `${first}${second}${third}`)),
);

const relations: Relation[] = [
  'paternalGrandmother',
  'paternalGrandfather',
  'maternalGrandmother',
  'maternalGrandfather',
  'relative',
];

/** So many more families that there are `total` with those `there`. */
export function moreFamilies(
  total: number,
  there: number,
  schools: readonly SchoolDocument[],
  random: () => number,
): FamilyRow[] {
  let named = 0;
  return Array.from({ length: total - there }, (): FamilyRow => {
    const township = oneOf(random, townshipKeys);
    const nearby = schools.filter((school) => school.township === townships[township].code);
    const children = Array.from({ length: between(random, 1, 3) }, (): ChildRow => {
      const nickname = nicknames[named];
      named += 1;
      if (nickname === undefined) throw new Error('out of nicknames');
      const school = oneOf(random, nearby)._id;
      return [nickname, between(random, 6, 12), between(random, 1, 12), school];
    });
    return {
      township,
      relation: oneOf(random, relations),
      children,
      ...(random() < 0.3 && { parent: oneOf(random, ['father', 'mother'] as const) }),
    };
  });
}
