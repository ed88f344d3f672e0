import { View } from '@tarojs/components';
import type { Relation } from '@contract/enums';
import './index.scss';

const names: Record<Relation | 'proxy', string> = {
  father: 'father',
  mother: 'mother',
  paternalGrandmother: 'paternal-grandmother',
  paternalGrandfather: 'paternal-grandfather',
  maternalGrandmother: 'maternal-grandmother',
  maternalGrandfather: 'maternal-grandfather',
  relative: 'relative',
  other: 'other',
  proxy: 'proxy',
};

/** Who it is, drawn. Decoration: the word always stands beside it. */
export function Face({ of }: { of: Relation | 'proxy' }) {
  return <View className={`face face--${names[of]}`} ariaHidden />;
}
