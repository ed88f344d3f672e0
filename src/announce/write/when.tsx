import { View } from '@tarojs/components';
import { limits } from '@contract/limits';
import { addDays, dayOf, minuteMs, startOfDay } from '@rules/dates';
import { morning } from '@rules/quiet-hours';
import { Line } from '@/components/notice';
import { Segments } from '@/components/segments';
import { announcement as words } from '@/wording/announcement';
import { times, useAnnounceDraft, type AnnounceDraft } from '../parts/announce-draft';
import { DayWheel, TimeWheel } from '@/components/wheels';

const lastDay = (now: number) => addDays(dayOf(now), limits.announceAheadDays - 1);

/** When it is to appear, ms; undefined: at once. */
export function momentOf({ when, day, minutes }: AnnounceDraft, now: number): number | undefined {
  if (when === 'now') return undefined;
  const tomorrow = addDays(dayOf(now), 1);
  return when === 'tomorrow' ? morning(tomorrow) : startOfDay(day ?? tomorrow) + minutes * minuteMs;
}

/** Whether it may appear then: not in the past, and not too far ahead. */
export function isTimely(draft: AnnounceDraft, now: number): boolean {
  const at = momentOf(draft, now);
  return at === undefined || (at > now && dayOf(at) <= lastDay(now));
}

/** At once, with the next morning, or at a time of the author's. */
export function When({ now }: { now: number }) {
  const { draft, change } = useAnnounceDraft();
  return (
    <>
      <View className="t-heading">{words.when}</View>
      <Segments
        id="when"
        label={words.when}
        value={draft.when}
        choices={times.map((value) => ({ value, text: words.whens[value] }))}
        onChange={(when) => change({ when })}
      />
      {draft.when === 'other' ? (
        <View className="grid-2">
          <DayWheel
            id="when-day"
            title={words.day}
            value={draft.day ?? addDays(dayOf(now), 1)}
            from={dayOf(now)}
            to={lastDay(now)}
            onChange={(day) => change({ day })}
          />
          <TimeWheel
            id="when-time"
            title={words.clock}
            value={draft.minutes}
            onChange={(minutes) => change({ minutes })}
          />
        </View>
      ) : null}
      {isTimely(draft, now) ? null : (
        <Line tone="alarm" icon="circle-alert" text={words.untimely} />
      )}
    </>
  );
}
