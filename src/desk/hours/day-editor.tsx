import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Hours } from '@contract/hours';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { hours as words } from '@/wording/hours';
import { placeName, spansOn, spanText, withoutSpan, withSpan, type DaySpan } from './draft';
import { OneOf, TimeOf } from './pickers';

export interface Named {
  id: string;
  name: string;
}

interface Props {
  hours: Hours;
  weekday: number;
  services: Named[];
  onChange: (hours: Hours) => void;
  onBack: () => void;
}

const endOfDay = 24 * 60;

/** Two hours that are likely to be meant: in the morning, or an hour after what there is. */
function likelyAfter(spans: DaySpan[]): { from: number; to: number } {
  const last = spans.at(-1);
  const from = last ? Math.min(last.to + 60, endOfDay - 120) : 9 * 60;
  return { from, to: from + 120 };
}

/** One weekday: its spans, and a further one. */
export function DayEditor({ hours, weekday, services, onChange, onBack }: Props) {
  const spans = spansOn(hours, weekday);
  const [span, setSpan] = useState(() => likelyAfter(spans));
  const [placeId, setPlaceId] = useState(hours.places[0]?.id);
  const name = words.weekday(weekday);
  const nameOf = (id: string) => {
    const place = hours.places.find((one) => one.id === id);
    return place ? placeName(place, services) : '';
  };
  const crossing = spans.some((one) => one.from < span.to && span.from < one.to);
  const bad = span.from >= span.to ? words.badSpan : crossing ? words.crossing : undefined;
  return (
    <Screen
      title={words.title}
      onBack={onBack}
      footer={<Button id="day-done" label={words.done} onTap={onBack} />}
    >
      <Heading title={words.daySpans(name)} hint={words.daySpansHint} />
      {spans.map((one) => (
        <Card key={`${one.placeId} ${one.from}`}>
          <View className="row row--between">
            <View className="grow">
              <View className="t-strong">{spanText(one)}</View>
              <View className="t-small t-quiet">{nameOf(one.placeId)}</View>
            </View>
            <Button
              id={`remove-${one.from}`}
              look="quiet"
              icon="x"
              label={words.remove}
              onTap={() => onChange(withoutSpan(hours, weekday, one))}
            />
          </View>
        </Card>
      ))}
      {placeId === undefined ? (
        <Line tone="quiet" icon="info" text={words.noPlaces} />
      ) : (
        <>
          <View className="t-heading">{words.addSpan}</View>
          <View className="grid-2">
            <TimeOf
              id="span-from"
              title={words.from}
              value={span.from}
              onChange={(from) => setSpan({ ...span, from })}
            />
            <TimeOf
              id="span-to"
              title={words.to}
              value={span.to}
              onChange={(to) => setSpan({ ...span, to })}
            />
          </View>
          <OneOf
            id="span-place"
            title={words.where}
            values={hours.places.map(({ id }) => id)}
            nameOf={nameOf}
            value={placeId}
            onChange={setPlaceId}
          />
          {bad ? <Line tone="quiet" icon="info" text={bad} /> : null}
          <Button
            id="add-span"
            look="soft"
            icon="plus"
            label={words.addSpan}
            disabled={bad !== undefined}
            onTap={() => {
              const added = { placeId, ...span };
              onChange(withSpan(hours, weekday, added));
              setSpan(likelyAfter([...spans, added].sort((a, b) => a.from - b.from)));
            }}
          />
        </>
      )}
    </Screen>
  );
}
