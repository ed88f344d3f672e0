import { View } from '@tarojs/components';
import { dayOf } from '@rules/dates';
import { useServerNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Steps } from '@/components/steps';
import { backTo, open } from '@/session/routes';
import { booking } from '@/wording/booking';
import { clockTime, minutesLeft, whenText } from '@/wording/when';
import { useChildFirst } from '../parts/use-child-first';
import { DayStrip } from './day-strip';
import { TimeCard } from './time-card';
import { useTimes, type Times } from './use-times';

/** The earliest times first; the one that is looked at is kept meanwhile. */
export default function TimesPage() {
  useChildFirst();
  const times = useTimes();
  const { query, chosen, hold, holding } = times;
  const now = useServerNow();
  const kept = hold !== undefined && hold.until > now;
  const label = chosen && kept ? booking.take(whenText(chosen.start, now)) : booking.pickFirst;

  return (
    <Screen
      title={booking.title}
      footer={
        <>
          <Button
            id="take"
            label={holding ? booking.holding : label}
            disabled={!chosen || !kept || holding}
            onTap={() => open('bookingConfirm')}
          />
          <Button
            id="other-place"
            look="line"
            label={booking.otherPlace}
            onTap={() => backTo('bookingPlace')}
          />
        </>
      }
    >
      <Steps done={3} total={4} />
      <Heading title={booking.timesTitle} />
      <Loaded query={query}>
        {(data) => <List times={times} data={data} now={now} kept={kept} />}
      </Loaded>
    </Screen>
  );
}

interface ListProps {
  times: Times;
  data: NonNullable<Times['query']['data']>;
  now: number;
  kept: boolean;
}

function List({ times, data, now, kept }: ListProps) {
  const { days, chosen, hold, alternatives, failed } = times;
  if (data.slots.length === 0 && days.every((day) => day.state === 'none')) {
    return (
      <Notice icon="calendar-x" title={booking.noTimesAtAll} hint={booking.noTimesAtAllHint} />
    );
  }
  const shown = alternatives ?? data.slots;
  const firstFree = days.find((day) => day.state === 'free')?.day;
  return (
    <>
      <DayStrip days={days} chosen={data.day} today={dayOf(data.now)} onChoose={times.chooseDay} />
      {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
      {alternatives ? (
        <Line icon="info" text={alternatives.length > 0 ? booking.taken : booking.takenNone} />
      ) : null}
      {chosen && hold && kept ? (
        <Line
          icon="clock"
          text={booking.held(clockTime(chosen.start), minutesLeft(hold.until, now))}
        />
      ) : null}
      {shown.length === 0 ? (
        <Notice icon="calendar-x" title={booking.noTimes} hint={booking.noTimesHint} />
      ) : (
        <View className="stack" ariaRole="radiogroup">
          {shown.map((slot, index) => (
            <TimeCard
              key={slot.id}
              slot={slot}
              selected={(kept || times.holding) && slot.id === chosen?.id}
              earliest={index === 0 && (alternatives !== undefined || data.day === firstFree)}
              onTap={() => times.choose(slot)}
            />
          ))}
        </View>
      )}
    </>
  );
}
