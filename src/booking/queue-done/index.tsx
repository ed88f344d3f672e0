import { View } from '@tarojs/components';
import { AskPush } from '@/components/ask-push';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import type { IconName } from '@/components/icon';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open, openTab } from '@/session/routes';
import { waitlist } from '@/wording/waitlist';
import { booking } from '@/wording/booking';
import '../brings';
import { QuietWay } from '../parts/quiet-way';

const whileWaiting = ['offer', 'reminder', 'changed'] as const;
const icons: IconName[] = ['bell', 'clock', 'bed', 'repeat'];

/** They wait: what happens next, in the order in which it will. */
export default function QueueDonePage() {
  const spoken = [waitlist.doneHeading, waitlist.next, ...waitlist.steps].join('。');
  return (
    <Screen
      title={waitlist.doneTitle}
      onBack={() => openTab('home')}
      footer={
        <>
          <Button id="home" label={booking.home} onTap={() => openTab('home')} />
          <Button
            id="see-waits"
            look="quiet"
            label={waitlist.seeWaits}
            onTap={() => open('waits')}
          />
        </>
      }
    >
      <Heading title={waitlist.doneHeading} spoken={spoken} />
      <Card>
        <View className="stack">
          <View className="t-strong">{waitlist.next}</View>
          {waitlist.steps.map((step, index) => (
            <Fact key={step} icon={icons[index] ?? 'info'}>
              {step}
            </Fact>
          ))}
        </View>
      </Card>
      <AskPush templates={whileWaiting} />
      <Line icon="phone" text={waitlist.call} />
      <QuietWay id="rule" icon="list-ordered" title={waitlist.how} onTap={() => open('rule')} />
    </Screen>
  );
}
