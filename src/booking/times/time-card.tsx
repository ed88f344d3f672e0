import { View } from '@tarojs/components';
import type { Slot } from '@contract/slot';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Fact } from '@/components/fact';
import { Icon } from '@/components/icon';
import { booking } from '@/wording/booking';
import { placeNames, travelText } from '@/wording/names';
import { clockTime } from '@/wording/when';

interface Props {
  slot: Slot;
  selected: boolean;
  earliest: boolean;
  onTap: () => void;
}

/** One time, large; where, how far, with whom. */
export function TimeCard({ slot, selected, earliest, onTap }: Props) {
  const time = clockTime(slot.start);
  const place =
    slot.kind === 'phone' || slot.kind === 'home' ? placeNames[slot.kind] : slot.placeName;
  const facts = [travelText(slot.travel), slot.cost].filter(Boolean).join(' · ');
  const who = `${slot.counsellorName}，会说${slot.languages.join('、')}`;
  return (
    <Card
      id={`slot-${slot.id}`}
      selected={selected}
      isChoice
      label={[time, place, facts, who].join('，')}
      onTap={onTap}
    >
      <View className="row row--between">
        <View className="t-title">{time}</View>
        {selected ? <Icon name="check" /> : earliest ? <Chip text={booking.earliest} /> : null}
      </View>
      <Fact icon={slot.kind === 'phone' ? 'phone-call' : 'map-pin'}>
        <View>{place}</View>
        <View className="t-small t-quiet">{facts}</View>
        <View className="t-small t-quiet">{who}</View>
      </Fact>
    </Card>
  );
}
