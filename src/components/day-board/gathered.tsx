import { View } from '@tarojs/components';
import { open } from '@/session/routes';
import { aboutVisit, desk, namesOf } from '@/wording/desk';
import { deskTime } from '@/wording/when';
import { Button } from '../button';
import { Icon } from '../icon';
import { openVisit } from './entry';
import type { BoardLine, BookedEntry } from './lines';
import { StateChip } from './state-chip';

interface Props<Kind extends BoardLine['kind']> {
  line: Extract<BoardLine, { kind: Kind }>;
  day: string;
  now: number;
}

/** A group session: who comes together, and how many places are left. */
export function Group({ line, day, now }: Props<'group'>) {
  return (
    <View className="card card--plain">
      <View className="row">
        <View className="day-board__time">{deskTime(line.start)}</View>
        <View className="grow">
          <View className="t-strong">{desk.group(line.booked.length, line.of)}</View>
          {line.free > 0 ? (
            <View className="t-small t-quiet">{desk.groupFree(line.free)}</View>
          ) : null}
        </View>
        <Icon name="users" />
      </View>
      {line.booked.map((entry) => (
        <Row key={entry.slotId} entry={entry} day={day} now={now} />
      ))}
    </View>
  );
}

/** The home visits of a day: who is on the way, and the way itself. */
export function Homes({ line, day, now }: Props<'homes'>) {
  return (
    <View className="card card--plain">
      <View className="row">
        <View className="day-board__time">{deskTime(line.start)}</View>
        <View className="grow">
          <View className="t-strong">{desk.homes(line.booked.length)}</View>
          {line.minutes > 0 ? (
            <View className="t-small t-quiet">{desk.onTheWay(line.minutes)}</View>
          ) : null}
        </View>
        <Icon name="route" />
      </View>
      {line.booked.map((entry) => (
        <Row key={entry.slotId} entry={entry} day={day} now={now} withTime />
      ))}
      <View className="day-board__mark">
        <Button
          id="route"
          look="soft"
          icon="route"
          label={desk.seeRoute}
          onTap={() => open('route', { day })}
        />
      </View>
    </View>
  );
}

interface RowProps {
  entry: BookedEntry;
  day: string;
  now: number;
  withTime?: boolean;
}

function Row({ entry, day, now, withTime = false }: RowProps) {
  const { visit } = entry;
  return (
    <View
      id={`entry-${entry.slotId}`}
      className="day-board__fresh"
      hoverClass="card--pressed"
      ariaRole="button"
      ariaLabel={[deskTime(entry.start), namesOf(visit), aboutVisit(entry, visit)].join('，')}
      onClick={() => openVisit(day, entry)}
    >
      {withTime ? <View className="day-board__time t-quiet">{deskTime(entry.start)}</View> : null}
      <View className="grow">
        <View className="row row--between day-board__names">
          <View className="t-strong">{namesOf(visit)}</View>
          <StateChip visit={visit} now={now} />
        </View>
        <View className="t-small t-quiet t-parts">{aboutVisit(entry, visit)}</View>
      </View>
      <Icon name="chevron-right" size="small" />
    </View>
  );
}
