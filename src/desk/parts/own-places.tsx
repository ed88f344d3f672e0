import { View } from '@tarojs/components';
import type { WeekEntry } from '@contract/visits';
import { dayOf } from '@rules/dates';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { useQuery } from '@/cloud/use-query';
import { useServerNow } from '@/cloud/clock';
import { open } from '@/session/routes';
import { nextWords } from '@/wording/desk-next';
import { placeNames } from '@/wording/names';
import { clockTime } from '@/wording/when';
import { DayHead } from './day-head';
import { freeOf } from './free-of';
import { WeekTurn } from './week-turn';

interface Props {
  /** Monday of the week that is shown. */
  from: string;
  onWeek: (from: string) => void;
  chosen: WeekEntry | undefined;
  onChoose: (place: WeekEntry) => void;
}

/** A counsellor's own free places of a week, day by day, to give one of them away. */
export function OwnPlaces({ from, onWeek, chosen, onChoose }: Props) {
  const now = useServerNow();
  const query = useQuery('booking.listWeek', { from });
  const places = freeOf(query.data?.entries ?? [], now);
  const days = [...new Set(places.map(({ start }) => dayOf(start)))];
  return (
    <>
      <WeekTurn
        from={from}
        about={query.data ? nextWords.free(places.length) : ''}
        onChange={onWeek}
      />
      <Loaded query={query}>
        {() =>
          places.length === 0 ? (
            <>
              <Notice icon="calendar-x" title={nextWords.none} hint={nextWords.noneHint} />
              <Button
                id="go-hours"
                look="soft"
                icon="clock"
                label={nextWords.hours}
                onTap={() => open('hours')}
              />
            </>
          ) : (
            days.map((day) => (
              <View key={day} className="stack" ariaRole="radiogroup">
                <DayHead day={day} today={dayOf(now)} />
                {places
                  .filter(({ start }) => dayOf(start) === day)
                  .map((place) => (
                    <Place
                      key={place.slotId}
                      place={place}
                      selected={place.slotId === chosen?.slotId}
                      onTap={() => onChoose(place)}
                    />
                  ))}
              </View>
            ))
          )
        }
      </Loaded>
    </>
  );
}

interface PlaceProps {
  place: WeekEntry;
  selected: boolean;
  onTap: () => void;
}

function Place({ place, selected, onTap }: PlaceProps) {
  const time = clockTime(place.start);
  return (
    <Card
      id={`place-${place.slotId}`}
      isChoice
      selected={selected}
      label={`${time}，${placeNames[place.kind]}`}
      onTap={onTap}
    >
      <View className="row row--between">
        <View className="t-heading">{time}</View>
        <View className="row">
          <View className="t-quiet">{placeNames[place.kind]}</View>
          {selected ? <Icon name="check" /> : null}
        </View>
      </View>
    </Card>
  );
}
