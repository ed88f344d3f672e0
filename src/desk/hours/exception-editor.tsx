import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Exception, Hours } from '@contract/hours';
import { addDays } from '@rules/dates';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Tile } from '@/components/tile';
import { hours as words } from '@/wording/hours';
import { DayOf } from '../parts/day-of';
import type { Named } from './day-editor';
import { placeName, withException } from './draft';
import { OneOf, TimeOf } from './pickers';

interface Props {
  hours: Hours;
  today: string;
  services: Named[];
  onChange: (hours: Hours) => void;
  onBack: () => void;
}

const wholeDay = { from: 0, to: 24 * 60 };
const afternoon = { from: 14 * 60, to: 17 * 60 };

/** One day that differs: off, wholly or in part, or with extra hours. */
export function ExceptionEditor({ hours, today, services, onChange, onBack }: Props) {
  const [kind, setKind] = useState<Exception['kind']>('off');
  const [day, setDay] = useState(addDays(today, 1));
  const [whole, setWhole] = useState(true);
  const [span, setSpan] = useState(afternoon);
  const [placeId, setPlaceId] = useState(hours.places[0]?.id);
  const inPart = kind === 'extra' || !whole;
  const bad = inPart && span.from >= span.to;

  function add() {
    if (kind === 'off') onChange(withException(hours, { kind, day, ...(whole ? wholeDay : span) }));
    else if (placeId) onChange(withException(hours, { kind, day, placeId, ...span }));
    onBack();
  }

  return (
    <Screen
      title={words.title}
      onBack={onBack}
      footer={<Button id="exception-done" label={words.done} disabled={bad} onTap={add} />}
    >
      <Heading title={words.exceptionHeading} />
      <View className="grid-2" ariaRole="radiogroup" ariaLabel={words.exceptionHeading}>
        <Tile
          id="off"
          kind="radio"
          icon="calendar-x"
          label={words.off}
          hint={words.offHint}
          selected={kind === 'off'}
          onTap={() => setKind('off')}
        />
        {placeId === undefined ? null : (
          <Tile
            id="extra"
            kind="radio"
            icon="calendar-plus"
            label={words.extra}
            hint={words.extraHint}
            selected={kind === 'extra'}
            onTap={() => setKind('extra')}
          />
        )}
      </View>
      <DayOf id="day" title={words.day} value={day} from={today} onChange={setDay} />
      {kind === 'off' ? (
        <View className="grid-2" ariaRole="radiogroup" ariaLabel={words.off}>
          <Tile
            id="whole-day"
            kind="radio"
            label={words.wholeDay}
            selected={whole}
            onTap={() => setWhole(true)}
          />
          <Tile
            id="part-of-day"
            kind="radio"
            label={words.partOfDay}
            selected={!whole}
            onTap={() => setWhole(false)}
          />
        </View>
      ) : null}
      {inPart ? (
        <View className="grid-2">
          <TimeOf
            id="exception-from"
            title={words.from}
            value={span.from}
            onChange={(from) => setSpan({ ...span, from })}
          />
          <TimeOf
            id="exception-to"
            title={words.to}
            value={span.to}
            onChange={(to) => setSpan({ ...span, to })}
          />
        </View>
      ) : null}
      {kind === 'extra' && placeId !== undefined ? (
        <OneOf
          id="exception-place"
          title={words.where}
          values={hours.places.map(({ id }) => id)}
          nameOf={(id) => {
            const place = hours.places.find((one) => one.id === id);
            return place ? placeName(place, services) : '';
          }}
          value={placeId}
          onChange={setPlaceId}
        />
      ) : null}
      {bad ? <Line tone="alarm" icon="circle-alert" text={words.badSpan} /> : null}
    </Screen>
  );
}
