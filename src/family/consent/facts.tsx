import { View } from '@tarojs/components';
import type { Purpose } from '@contract/enums';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { consent, consentTexts } from '@/wording/consent';

/** The text that is agreed to: what for, who sees it, how long, and what happens without. */
export function Facts({ purpose }: { purpose: Purpose }) {
  const { what, who, howLong, without } = consentTexts[purpose];
  const { facts } = consent;
  return (
    <Card>
      <View className="stack">
        <Fact icon="hand-heart" title={facts.what}>
          {what}
        </Fact>
        <Fact icon="eye" title={facts.who}>
          {who}
        </Fact>
        <Fact icon="clock" title={facts.howLong}>
          {howLong}
        </Fact>
        <Fact icon="phone" title={facts.without}>
          {without}
        </Fact>
      </View>
    </Card>
  );
}
