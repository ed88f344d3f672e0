import { View } from '@tarojs/components';
import type { DayEntry } from '@contract/day';
import { open } from '@/session/routes';
import { aboutVisit, desk, namesOf } from '@/wording/desk';
import { placeNames } from '@/wording/names';
import { deskTime } from '@/wording/when';
import { Card } from '../card';
import { Chip } from '../chip';
import type { BookedEntry } from './lines';
import { StateChip } from './state-chip';

export function openVisit(day: string, { visit }: BookedEntry): void {
  open('visit', { id: visit.appointmentId, day });
}

interface Props {
  entry: BookedEntry;
  day: string;
  now: number;
}

/** One visit: when, who, which time, with whom, what about, and how it stands. */
export function Entry({ entry, day, now }: Props) {
  const { visit } = entry;
  const about = `${aboutVisit(entry, visit)} · ${placeNames[entry.kind]}`;
  return (
    <Card
      id={`entry-${entry.slotId}`}
      label={[deskTime(entry.start), namesOf(visit), about].join('，')}
      onTap={() => openVisit(day, entry)}
    >
      <View className="row">
        <View className="day-board__time">{deskTime(entry.start)}</View>
        <View className="grow">
          <View className="row row--between day-board__names">
            <View className="t-strong">{namesOf(visit)}</View>
            <StateChip visit={visit} now={now} />
          </View>
          <View className="t-small t-quiet t-parts">{about}</View>
          {entry.outsideHours ? (
            <View className="row day-board__mark">
              <Chip tone="coming" text={desk.outside} />
            </View>
          ) : null}
        </View>
      </View>
    </Card>
  );
}

/** A place that nobody has, and for whom it is kept. */
export function Free({ entry, now }: { entry: DayEntry; now: number }) {
  const { reservedUntil, state } = entry;
  const kept = state === 'free' && reservedUntil !== undefined && reservedUntil > now;
  return (
    <View className="day-board__free">
      <View className="day-board__time">{deskTime(entry.start)}</View>
      <View className="grow">
        <View className="t-strong">{state === 'held' ? desk.held : desk.free}</View>
        <View className="t-small t-quiet">{placeNames[entry.kind]}</View>
        {kept ? (
          <View className="t-small t-quiet t-parts">{desk.reserved(reservedUntil, now)}</View>
        ) : null}
      </View>
    </View>
  );
}
