import { View } from '@tarojs/components';
import type { OutputOf } from '@contract';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { rule, ruleLines } from '@/wording/waitlist';
import '../brings';

/** The rule of fair priority in plain words, with its numbers. It names groups, never a child. */
export default function RulePage() {
  const query = useQuery('booking.showPriority', {});
  return (
    <Screen
      title={rule.title}
      footer={<Button id="review" look="soft" label={rule.again} onTap={() => open('waits')} />}
    >
      <Loaded query={query}>{(data) => <Rule data={data} />}</Loaded>
    </Screen>
  );
}

function Rule({ data }: { data: OutputOf<'booking.showPriority'> }) {
  const lines = ruleLines(data.settings);
  const lately = latelyText(data.medianDays);
  const spoken = [
    rule.heading,
    ...lines.map(({ title, text }) => `${title}。${text}`),
    `${rule.lately}${lately.join('。')}`,
  ].join('。');
  return (
    <>
      <Heading title={rule.heading} hint={rule.hint} spoken={spoken} />
      {lines.map(({ icon, title, text }) => (
        <Card key={title}>
          <Fact icon={icon}>
            <View className="t-strong">{title}</View>
            <View>{text}</View>
          </Fact>
        </Card>
      ))}
      <Card tone="people">
        <View className="stack stack--tight">
          <View className="t-strong">{rule.lately}</View>
          {lately.map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
      </Card>
    </>
  );
}

function latelyText({ reserved, others }: OutputOf<'booking.showPriority'>['medianDays']) {
  const said = [
    ...(reserved === undefined ? [] : [rule.medianReserved(reserved)]),
    ...(others === undefined ? [] : [rule.medianOthers(others)]),
  ];
  return said.length > 0 ? said : [rule.fewSoFar];
}
