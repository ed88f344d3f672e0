import { View } from '@tarojs/components';
import type { WeekEntry } from '@contract/visits';
import { dayOf } from '@rules/dates';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { useQuery } from '@/cloud/use-query';
import { useServerNow } from '@/cloud/clock';
import { open } from '@/session/routes';
import { nextWords } from '@/wording/desk-next';
import { placeNames } from '@/wording/names';
import { clockTime } from '@/wording/when';
import { freeOf } from './free-of';
import { PlacesByDay } from './places-by-day';
import { WeekTurn } from '@/components/week-turn';

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
            <PlacesByDay
              places={places}
              today={dayOf(now)}
              chosen={chosen}
              onChoose={onChoose}
              about={({ kind }) => placeNames[kind]}
            >
              {({ start, kind }, selected) => (
                <>
                  <View className="t-heading">{clockTime(start)}</View>
                  <View className="row">
                    <View className="t-quiet">{placeNames[kind]}</View>
                    {selected ? <Icon name="check" /> : null}
                  </View>
                </>
              )}
            </PlacesByDay>
          )
        }
      </Loaded>
    </>
  );
}
