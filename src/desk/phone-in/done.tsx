import { View } from '@tarojs/components';
import type { OutputOf } from '@contract';
import { dayOf } from '@rules/dates';
import { useServerNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open, openTab } from '@/session/routes';
import { usePhoneIn } from '@/session/phone-in-draft';
import { phoneIn } from '@/wording/desk-phone-in';
import { whereText } from '@/wording/names';
import { longDate, whenText } from '@/wording/when';

interface Props {
  result: OutputOf<'booking.bookForFamily'>;
  onAnother: () => void;
}

/** What to say once more, and the slip for the wall. */
export function Done({ result, onAnother }: Props) {
  const now = useServerNow();
  const place = usePhoneIn(({ booked }) => booked);
  const home = () => openTab('home');
  const waits = result.state === 'awaitingConsent';
  return (
    <Screen
      title={phoneIn.title}
      onBack={home}
      footer={
        <>
          <Button id="home" icon="house" label={phoneIn.home} onTap={home} />
          <Button id="another" look="quiet" label={phoneIn.another} onTap={onAnother} />
        </>
      }
    >
      <Notice
        icon={waits ? 'hourglass' : 'calendar-check'}
        title={waits ? phoneIn.waitsHeading(result.nickname) : phoneIn.doneHeading(result.nickname)}
        hint={waits ? phoneIn.waitsHint : phoneIn.doneHint}
      />
      {place ? (
        <Card>
          <View className="stack">
            <Fact icon="clock" title={longDate(dayOf(place.start))}>
              {whenText(place.start, now)}
            </Fact>
            <Fact icon="map-pin" title={phoneIn.where}>
              {whereText(place)}
            </Fact>
            <Fact icon="user-round-check" title={phoneIn.counsellor}>
              {place.counsellorName}
            </Fact>
          </View>
        </Card>
      ) : null}
      <Button
        id="print"
        look="soft"
        icon="printer"
        label={phoneIn.print}
        onTap={() => open('poster', { visit: 'last' })}
      />
      <Line tone="quiet" icon="shield-check" text={phoneIn.say} />
    </Screen>
  );
}
