import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayOf } from '@rules/dates';
import { Card } from '@/components/card';
import { clockTime } from '@/wording/when';
import { DayHead } from './day-head';

interface Place {
  slotId: string;
  start: number;
}

interface Props<One extends Place> {
  places: One[];
  today: string;
  chosen: Place | undefined;
  onChoose: (place: One) => void;
  /** What is said of a place beside its time. */
  about: (place: One) => string;
  children: (place: One, selected: boolean) => ReactNode;
}

/** Free places, day by day, of which one is chosen. */
export function PlacesByDay<One extends Place>(props: Props<One>) {
  const { places, today, chosen, onChoose, about, children } = props;
  const days = [...new Set(places.map(({ start }) => dayOf(start)))];
  return (
    <>
      {days.map((day) => (
        <View key={day} className="stack" ariaRole="radiogroup">
          <DayHead day={day} today={today} />
          {places
            .filter(({ start }) => dayOf(start) === day)
            .map((place) => {
              const selected = place.slotId === chosen?.slotId;
              return (
                <Card
                  key={place.slotId}
                  id={`place-${place.slotId}`}
                  isChoice
                  selected={selected}
                  label={`${clockTime(place.start)}，${about(place)}`}
                  onTap={() => onChoose(place)}
                >
                  <View className="row row--between">{children(place, selected)}</View>
                </Card>
              );
            })}
        </View>
      ))}
    </>
  );
}
