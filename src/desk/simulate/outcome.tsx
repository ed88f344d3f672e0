import { View } from '@tarojs/components';
import type { Comparison, Figures, GroupFigures } from '@rules/simulation-figures';
import { Card } from '@/components/card';
import { Line } from '@/components/notice';
import { fairRule } from '@/wording/fair-rule';

const groups = [
  ['urgent', (one: GroupFigures) => one.urgency === 'urgent'],
  ['soon', (one: GroupFigures) => one.urgency === 'soon'],
  ['kept', (one: GroupFigures) => one.urgency === 'routine' && one.first],
  ['others', (one: GroupFigures) => one.urgency === 'routine' && !one.first],
] as const;

/** How long whom, with the rule and by first come, in whole days. */
export function Outcome({ withRule, without }: Comparison) {
  const tight = withRule.stillWaiting > withRule.all.count / 20;
  return (
    <>
      <View className="t-heading">{fairRule.result}</View>
      {tight ? <Line icon="info" text={fairRule.short} /> : null}
      {groups.map(([name, isOne]) => (
        <Group key={name} name={name} rule={find(withRule, isOne)} plain={find(without, isOne)} />
      ))}
      <Card>
        <View>{fairRule.still(withRule.stillWaiting)}</View>
        <View className="t-quiet">{fairRule.unused(Math.round(withRule.keptUnused * 100))}</View>
      </Card>
    </>
  );
}

const find = ({ groups: all }: Figures, isOne: (one: GroupFigures) => boolean) => all.find(isOne);

interface GroupProps {
  name: keyof typeof fairRule.groups;
  rule: GroupFigures | undefined;
  plain: GroupFigures | undefined;
}

function Group({ name, rule, plain }: GroupProps) {
  if (!rule || !plain) return null;
  return (
    <Card>
      <View className="t-strong">{fairRule.groups[name]}</View>
      <View className="grid-2">
        <Waits title={fairRule.withRule} figures={rule} />
        <Waits title={fairRule.firstCome} figures={plain} />
      </View>
    </Card>
  );
}

function Waits({ title, figures }: { title: string; figures: GroupFigures }) {
  return (
    <View>
      <View className="t-small t-quiet">{title}</View>
      <View>{fairRule.half(Math.ceil(figures.median))}</View>
      <View className="t-small">{fairRule.slow(Math.ceil(figures.longest))}</View>
    </View>
  );
}
