import { View } from '@tarojs/components';
import * as v from 'valibot';
import { DaySchema } from '@contract/shapes';
import { dayOf } from '@rules/dates';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { isBooked, type BookedEntry } from '@/components/day-board/lines';
import { StateChip } from '@/components/day-board/state-chip';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { dial } from '@/session/device';
import { open } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { aboutVisit, namesOf } from '@/wording/desk';
import { route } from '@/wording/desk-lists';
import { deskTime, longDate } from '@/wording/when';
import '../brings';

const QuerySchema = v.object({ day: DaySchema });

/** Visits that are over, or will not be, need no way any more. */
const ended = ['done', 'cancelled', 'lapsed'];

/** The home visits of a day as one way: in order, how long to drive, whom to call. */
export default function RoutePage() {
  const now = useServerNow();
  const day = usePageQuery(QuerySchema)?.day ?? dayOf(now);
  const query = useQuery('booking.listDay', { day });
  return (
    <Screen title={route.title}>
      <Loaded query={query}>
        {({ entries }) => {
          const homes = entries.filter(isBooked).filter(({ kind }) => kind === 'home');
          if (homes.length === 0) {
            return <Notice icon="house" title={route.none} hint={route.noneHint} />;
          }
          const minutes = homes.reduce((sum, { travelMinutes = 0 }) => sum + travelMinutes, 0);
          return (
            <>
              <Heading
                title={route.heading(homes.length)}
                hint={`${longDate(day)}，${minutes > 0 ? route.hint(minutes) : route.hintPlain}`}
              />
              {homes.map((entry, index) => (
                <Stop key={entry.slotId} entry={entry} number={index + 1} day={day} now={now} />
              ))}
              <Line tone="quiet" icon="info" text={route.notMapped} />
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
}

interface StopProps {
  entry: BookedEntry;
  number: number;
  day: string;
  now: number;
}

function Stop({ entry, number, day, now }: StopProps) {
  const { start, travelMinutes, placeName, visit, slotId } = entry;
  const { appointmentId, phone, state } = visit;
  return (
    <>
      {travelMinutes ? <Line icon="car" text={route.drive(travelMinutes)} /> : null}
      <Card>
        <View className="stack">
          <View className="row row--between">
            <View className="t-title">
              {number}. {deskTime(start)}
            </View>
            <StateChip visit={visit} now={now} />
          </View>
          <View>
            <View className="t-heading">{namesOf(visit)}</View>
            <View className="t-small t-quiet t-parts">{aboutVisit(entry, visit)}</View>
          </View>
          <Fact icon="map-pin">{placeName}</Fact>
          {ended.includes(state) ? null : phone ? (
            <Button
              id={`call-${slotId}`}
              icon="phone"
              label={route.call}
              onTap={() => void dial(phone)}
            />
          ) : (
            <Line tone="quiet" icon="phone" text={route.noPhone} />
          )}
          <Button
            id={`see-${slotId}`}
            look="soft"
            icon="calendar-check"
            label={route.see}
            onTap={() => open('visit', { id: appointmentId, day })}
          />
        </View>
      </Card>
    </>
  );
}
