import { View } from '@tarojs/components';
import { dayOf } from '@rules/dates';
import { useServerNow } from '@/cloud/clock';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import type { FamilyPlace, PhoneInDraft } from '@/session/phone-in-draft';
import { aboutText } from '@/wording/booking';
import { phoneIn } from '@/wording/desk-phone-in';
import { whereText } from '@/wording/names';
import { clockTime, dayLine } from '@/wording/when';

/** To be read out once before it is booked. */
export function Check({ draft, place }: { draft: PhoneInDraft; place: FamilyPlace }) {
  const now = useServerNow();
  const { child, family, worries } = draft;
  const day = dayOf(place.start);
  return (
    <>
      <Heading title={phoneIn.checkHeading} />
      <Card>
        <View className="stack">
          <View>
            <View className="t-small t-quiet">{dayLine(day, dayOf(now))}</View>
            <View className="t-title">{clockTime(place.start)}</View>
          </View>
          <Fact icon="user" title={phoneIn.who}>
            <View className="row row--wrap">
              <View>{child?.nickname ?? family.nickname}</View>
              {child ? null : <Chip tone="coming" text={phoneIn.newFamilyMark} />}
            </View>
          </Fact>
          <Fact icon="map-pin" title={phoneIn.where}>
            {whereText(place)}
          </Fact>
          <Fact icon="user-round-check" title={phoneIn.counsellor}>
            {place.counsellorName}
          </Fact>
          <Fact icon="message-circle" title={phoneIn.about}>
            {aboutText(worries, undefined)}
          </Fact>
          {child ? null : (
            <Fact icon="phone" title={phoneIn.callBack}>
              {family.phone}
            </Fact>
          )}
        </View>
      </Card>
      <Line tone="quiet" icon="shield-check" text={phoneIn.say} />
    </>
  );
}
