import type { AwaySpan, AwayWho } from '@contract/enums';
import type { Away } from '@contract/family';

/** Who works away, as one neighbour tells another; never a label. */
export const awayWhoNames: Record<AwayWho, string> = {
  both: '爸爸妈妈都在外',
  mother: '妈妈在外',
  father: '爸爸在外',
  nobody: '爸爸妈妈在家',
};

export const awaySpanNames: Record<AwaySpan, string> = {
  overHalfYear: '半年以上',
  underHalfYear: '不到半年',
};

/** `爸爸妈妈都在外，半年以上`. */
export function awayText({ who, span }: Pick<Away, 'who' | 'span'>): string {
  return [awayWhoNames[who], span ? awaySpanNames[span] : ''].filter(Boolean).join('，');
}
