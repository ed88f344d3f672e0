import { View } from '@tarojs/components';
import { dayOf } from '@rules/dates';
import { Line, Notice } from '@/components/notice';
import { useBookingDraft } from '@/session/booking-draft';
import { open } from '@/session/routes';
import { booking } from '@/wording/booking';
import { times as words } from '@/wording/changes';
import { waitlist } from '@/wording/waitlist';
import { clockTime, minutesLeft, whenText } from '@/wording/when';
import { filterText, isFiltered } from '../parts/filter-text';
import { QuietWay } from '../parts/quiet-way';
import { DayStrip } from './day-strip';
import { TimeCard } from './time-card';
import type { Times } from './use-times';

interface Props {
  times: Times;
  data: NonNullable<Times['query']['data']>;
  now: number;
  kept: boolean;
}

/** The strip of days, the times of one, and what else there is to know about them. */
export function TimesList({ times, data, now, kept }: Props) {
  const { days, chosen, hold, alternatives, failed } = times;
  const draft = useBookingDraft((store) => store.draft);
  const shown = alternatives ?? data.slots;
  const firstFree = days.find((day) => day.state === 'free')?.day;
  const opens = data.opensAt === undefined ? undefined : whenText(data.opensAt, now);
  const none = shown.length === 0 && days.every((day) => day.state === 'none');
  return (
    <>
      {none ? (
        <None opens={opens} filtered={isFiltered(draft)} />
      ) : (
        <DayStrip
          days={days}
          chosen={data.day}
          today={dayOf(data.now)}
          onChoose={times.chooseDay}
        />
      )}
      <QuietWay
        id="filter"
        icon="sliders-horizontal"
        title={words.filter}
        value={filterText(draft) || words.filterNone}
        onTap={() => open('bookingFilter')}
      />
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
      {!none && shown.length === 0 ? (
        <Notice icon="calendar-x" title={booking.noTimes} hint={booking.noTimesHint} />
      ) : null}
      {shown.length > 0 ? (
        <View className="stack" ariaRole="radiogroup">
          {shown.map((slot, index) => (
            <TimeCard
              key={slot.id}
              slot={slot}
              worries={draft.worries}
              selected={(kept || times.holding) && slot.id === chosen?.id}
              earliest={index === 0 && (alternatives !== undefined || data.day === firstFree)}
              onTap={() => times.choose(slot)}
            />
          ))}
        </View>
      ) : null}
      {opens && !none ? (
        <Line tone="quiet" icon="calendar-clock" text={words.opensAt(opens)} />
      ) : null}
      <QuietWay id="rule" icon="list-ordered" title={waitlist.how} onTap={() => open('rule')} />
    </>
  );
}

/** Nothing at all in these weeks, and what to do. */
function None({ opens, filtered }: { opens: string | undefined; filtered: boolean }) {
  if (opens) return <Notice icon="calendar-clock" title={words.opensOnly(opens)} />;
  return filtered ? (
    <Notice icon="calendar-x" title={words.nothing} hint={words.nothingHint} />
  ) : (
    <Notice icon="calendar-x" title={words.full} hint={words.fullHint} />
  );
}
