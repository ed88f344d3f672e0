import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import type { InputOf } from '@contract';
import { limits } from '@contract/limits';
import { DaySchema } from '@contract/shapes';
import { addDays, dayOf } from '@rules/dates';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import type { FamilyPlace } from '@/session/phone-in-draft';
import { phoneIn } from '@/wording/desk-phone-in';
import { whereText } from '@/wording/names';
import { clockTime, longDate } from '@/wording/when';
import { PlacesByDay } from '../parts/places-by-day';

const PickedDaySchema = v.object({ value: DaySchema });

interface Props {
  /** Where the family may go. */
  reach: InputOf<'booking.findForFamily'>;
  /** A counsellor books into places of their own. */
  own: boolean;
  chosen: FamilyPlace | undefined;
  onChoose: (place: FamilyPlace) => void;
}

/** The earliest free places, or those of one day: large, to be read out on the telephone. */
export function Times({ reach, own, chosen, onChoose }: Props) {
  const now = useServerNow();
  const [day, setDay] = useState<string>();
  const query = useQuery('booking.findForFamily', { ...reach, ...(own && { own }), day });
  const today = dayOf(now);
  // Any seat of a group session will do.
  const isFirst = (place: FamilyPlace, index: number, all: FamilyPlace[]) =>
    all.findIndex(
      ({ start, counsellorName }) =>
        start === place.start && counsellorName === place.counsellorName,
    ) === index;
  const places = (query.data?.slots ?? []).filter(isFirst);
  return (
    <>
      <Heading title={phoneIn.timesHeading} hint={phoneIn.timesHint} />
      <Picker
        id="day"
        ariaRole="button"
        ariaLabel={phoneIn.whichDay}
        mode="date"
        value={day ?? today}
        start={today}
        end={addDays(today, limits.waitDays)}
        onChange={(event) => {
          const picked = v.safeParse(PickedDaySchema, event.detail);
          if (picked.success) setDay(picked.output.value);
        }}
      >
        <Card>
          <View className="row row--between">
            <View className="row">
              <Icon name="calendar-clock" />
              <View className="t-strong">{phoneIn.whichDay}</View>
            </View>
            <View className="row">
              <View>{day ? longDate(day) : phoneIn.anyDay}</View>
              <Icon name="chevron-down" />
            </View>
          </View>
        </Card>
      </Picker>
      <Loaded query={query}>
        {() =>
          places.length === 0 ? (
            <Notice icon="calendar-x" title={phoneIn.none} hint={phoneIn.noneHint} />
          ) : (
            <PlacesByDay
              places={places}
              today={today}
              chosen={chosen}
              onChoose={onChoose}
              about={aboutPlace}
            >
              {(place, selected) => (
                <>
                  <View className="grow">
                    <View className="t-heading">{clockTime(place.start)}</View>
                    <View className="t-small t-quiet">{aboutPlace(place)}</View>
                  </View>
                  {selected ? <Icon name="check" /> : null}
                </>
              )}
            </PlacesByDay>
          )
        }
      </Loaded>
    </>
  );
}

const aboutPlace = (place: FamilyPlace) => `${whereText(place)} · ${place.counsellorName}`;
