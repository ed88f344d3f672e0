import { View } from '@tarojs/components';
import type { OutputOf } from '@contract';
import type { Exception, Hours, HoursPlace } from '@contract/hours';
import { limits } from '@contract/limits';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Fact } from '@/components/fact';
import { Line } from '@/components/notice';
import { hours as words } from '@/wording/hours';
import { longDate } from '@/wording/when';
import {
  mayAddException,
  mayAddPlace,
  placeName,
  spansOn,
  spanText,
  withoutException,
} from './draft';
import { OneOf } from './pickers';

/** What of the hours is being looked at closely. */
export type Part =
  | { part: 'day'; weekday: number }
  | { part: 'place'; place: HoursPlace | undefined }
  | { part: 'exception' };

interface Props {
  hours: Hours;
  known: OutputOf<'booking.showAvailability'>;
  today: string;
  onChange: (hours: Hours) => void;
  onOpen: (part: Part) => void;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const notices = [1, 2, 4, 12, 24, 48, 72, 168].map((hour) => hour * 60);
const horizons = [7, 14, 21, 30, 45, limits.furthestDays];
const most = Array.from({ length: 12 }, (_, index) => index + 1);
const among = (values: readonly number[], value: number) =>
  [...new Set([...values, value])].sort((one, other) => one - other);

/** The hours as a whole: the week, the places, the days that differ, and how one is booked. */
export function Overview({ hours, known, today, onChange, onOpen }: Props) {
  const { services, holidays } = known;
  const nameOf = (placeId: string) => {
    const place = hours.places.find(({ id }) => id === placeId);
    return place ? placeName(place, services) : '';
  };
  function textOf(one: Exception): string {
    const date = longDate(one.day);
    const whole = one.kind === 'off' && one.from === 0 && one.to === 24 * 60;
    return one.kind === 'off'
      ? words.offText(date, whole ? undefined : spanText(one))
      : words.extraText(date, spanText(one), nameOf(one.placeId));
  }
  return (
    <>
      <View className="t-heading">{words.week}</View>
      {weekdays.map((weekday) => (
        <Choice
          key={weekday}
          id={`weekday-${weekday}`}
          title={words.weekday(weekday)}
          hint={spansOn(hours, weekday).map(spanText).join('，') || words.dayOff}
          onTap={() => onOpen({ part: 'day', weekday })}
        />
      ))}
      <View className="t-heading">{words.places}</View>
      {hours.places.map((place) => (
        <Choice
          key={place.id}
          id={`place-${place.id}`}
          title={placeName(place, services)}
          hint={placeHint(place)}
          onTap={() => onOpen({ part: 'place', place })}
        />
      ))}
      {mayAddPlace(hours) ? (
        <Button
          id="add-place"
          look="soft"
          icon="plus"
          label={words.addPlace}
          onTap={() => onOpen({ part: 'place', place: undefined })}
        />
      ) : (
        <Line tone="quiet" icon="info" text={words.tooMany} />
      )}
      <View className="t-heading">{words.exceptions}</View>
      {hours.exceptions.length === 0 ? (
        <View className="t-quiet">{words.exceptionsNone}</View>
      ) : null}
      {hours.exceptions.map((one, index) => (
        <Card key={`${one.kind} ${one.day} ${one.from}`}>
          <View className="row row--between">
            <View className="grow">{textOf(one)}</View>
            <Button
              id={`remove-exception-${index}`}
              look="quiet"
              icon="x"
              label={words.remove}
              onTap={() => onChange(withoutException(hours, index))}
            />
          </View>
        </Card>
      ))}
      {mayAddException(hours) ? (
        <Button
          id="add-exception"
          look="soft"
          icon="calendar-plus"
          label={words.addException}
          onTap={() => onOpen({ part: 'exception' })}
        />
      ) : null}
      <View className="t-heading">{words.rules}</View>
      <OneOf
        id="notice"
        title={words.notice}
        values={among(notices, hours.noticeMinutes)}
        nameOf={words.noticeText}
        value={hours.noticeMinutes}
        onChange={(noticeMinutes) => onChange({ ...hours, noticeMinutes })}
      />
      <OneOf
        id="horizon"
        title={words.horizon}
        values={among(horizons, hours.horizonDays)}
        nameOf={words.days}
        value={hours.horizonDays}
        onChange={(horizonDays) => onChange({ ...hours, horizonDays })}
      />
      <OneOf
        id="most"
        title={words.most}
        values={among(most, hours.mostADay)}
        nameOf={words.times}
        value={hours.mostADay}
        onChange={(mostADay) => onChange({ ...hours, mostADay })}
      />
      <View className="t-heading">{words.holidays}</View>
      <Holidays days={holidays.filter(({ day }) => day >= today)} />
    </>
  );
}

function Holidays({ days }: { days: { day: string; name: string }[] }) {
  if (days.length === 0) return <View className="t-quiet">{words.holidaysNone}</View>;
  return (
    <Card>
      <View className="stack">
        <View className="t-small t-quiet">{words.holidaysHint}</View>
        {days.map(({ day, name }) => (
          <Fact key={day} icon="sun">
            {longDate(day)} {name}
          </Fact>
        ))}
      </View>
    </Card>
  );
}

function placeHint(place: HoursPlace): string {
  const { sessionMinutes, bufferMinutes, seats, travelMinutes, roomId } = place;
  return [
    words.placeHint(sessionMinutes, bufferMinutes),
    seats > 1 ? words.groupHint(seats) : '',
    travelMinutes ? words.travelHint(travelMinutes) : '',
    roomId ? words.roomHint : '',
  ]
    .filter(Boolean)
    .join('，');
}
