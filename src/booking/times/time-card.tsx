import { View } from '@tarojs/components';
import type { Worry } from '@contract/enums';
import type { Slot } from '@contract/slot';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Fact } from '@/components/fact';
import { Icon } from '@/components/icon';
import { booking } from '@/wording/booking';
import { changes, times } from '@/wording/changes';
import { dotted } from '@/wording/common';
import { placeNames, travelText, worryNames } from '@/wording/names';
import { clockTime } from '@/wording/when';

interface Props {
  slot: Slot;
  /** What worries the family: whether this counsellor knows most about it. */
  worries: readonly Worry[];
  selected: boolean;
  earliest: boolean;
  onTap: () => void;
}

/** One time, large; where, how far, with whom. */
export function TimeCard({ slot, worries, selected, earliest, onTap }: Props) {
  const time = clockTime(slot.start);
  const place =
    slot.kind === 'phone' || slot.kind === 'home' ? placeNames[slot.kind] : slot.placeName;
  const facts = dotted(travelText(slot.travel), slot.cost);
  const who = `${slot.counsellorName}，会说${slot.languages.join('、')}`;
  const known = worries.find((worry) => slot.skills.includes(worry));
  const seats = slot.seatsFree === undefined ? undefined : changes.seats(slot.seatsFree);
  const skill = known && times.skill(worryNames[known]);
  return (
    <Card
      id={`slot-${slot.id}`}
      selected={selected}
      isChoice
      label={[time, place, facts, who, seats, skill].filter(Boolean).join('，')}
      onTap={onTap}
    >
      <View className="row row--between">
        <View className="t-title">{time}</View>
        {selected ? <Icon name="check" /> : earliest ? <Chip text={booking.earliest} /> : null}
      </View>
      <Fact icon={placeIcon(slot)}>
        <View>{place}</View>
        <View className="t-small t-quiet">{facts}</View>
        <View className="t-small t-quiet">{who}</View>
        {seats || skill ? (
          <View className="row row--wrap">
            {seats ? <Chip tone="people" text={seats} /> : null}
            {skill ? <Chip text={skill} /> : null}
          </View>
        ) : null}
      </Fact>
    </Card>
  );
}

function placeIcon({ kind }: Slot) {
  if (kind === 'phone') return 'phone-call';
  return kind === 'wechat' ? 'video' : 'map-pin';
}
