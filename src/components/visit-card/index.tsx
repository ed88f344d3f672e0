import { View } from '@tarojs/components';
import type { Appointment } from '@contract/appointment';
import { placeNames, visitStateNames } from '@/wording/names';
import { namesOf } from '@/wording/waits';
import { whenText } from '@/wording/when';
import { Card } from '../card';
import { Chip } from '../chip';
import { Icon } from '../icon';
import { stateIcon } from './state';

interface Props {
  visit: Appointment;
  now: number;
  /** Several children: say whose visit it is. */
  withName?: boolean;
  onTap: () => void;
}

/** States in which the visit is still to come. */
const ahead = ['booked', 'awaitingConsent', 'arrived'];

/** A visit in one card: when, with whom, where, and how it stands. */
export function VisitCard({ visit, now, withName = false, onTap }: Props) {
  const { state, kind } = visit;
  const coming = ahead.includes(state) && visit.end > now;
  const names = withName ? [namesOf(visit), visit.counsellorName] : [visit.counsellorName];
  const place = kind === 'phone' || kind === 'home' ? placeNames[kind] : visit.placeName;
  const where = [...names, place].join(' · ');
  // A booked visit that is to come needs no word: the card itself says it.
  const word = coming && state === 'booked' ? undefined : visitStateNames[shownState(visit, now)];
  return (
    <Card
      id={`visit-${visit.id}`}
      tone={coming ? 'coming' : 'plain'}
      onTap={onTap}
      label={[whenText(visit.start, now), where, word].filter(Boolean).join('，')}
    >
      <View className="row">
        <Icon name={stateIcon(state)} size="large" />
        <View className="grow stack stack--tight">
          <View className="t-strong">{whenText(visit.start, now)}</View>
          <View className="t-small">{where}</View>
          {word ? (
            <View className="row">
              <Chip tone="plain" text={word} />
            </View>
          ) : null}
        </View>
        <Icon name="chevron-right" />
      </View>
    </Card>
  );
}

/** A visit whose time is over and that nobody has closed yet reads as over. */
function shownState({ state, end }: Appointment, now: number): Appointment['state'] {
  return state === 'booked' && end <= now ? 'done' : state;
}
