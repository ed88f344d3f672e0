import { View } from '@tarojs/components';
import type { DayPlan } from '@contract/day';
import { open } from '@/session/routes';
import { desk, namesOf } from '@/wording/desk';
import { placeNames } from '@/wording/names';
import { whenText } from '@/wording/when';
import { Card } from '../card';
import { Icon } from '../icon';

/** How many of the newest bookings are named; the others are only counted. */
const freshShown = 3;

/** What was booked lately for other days, the newest first: nothing arrives unseen. */
export function Fresh({ plan, now }: { plan: DayPlan; now: number }) {
  if (plan.fresh.length === 0) return null;
  return (
    <Card tone="coming">
      <View className="t-small">{desk.freshlyBooked(plan.fresh.length)}</View>
      {plan.fresh.slice(0, freshShown).map(({ day, slotId, start, kind, visit }) =>
        visit ? (
          <View
            key={slotId}
            id={`fresh-${slotId}`}
            className="day-board__fresh"
            hoverClass="card--pressed"
            ariaRole="button"
            onClick={() => open('visit', { id: visit.appointmentId, day })}
          >
            <View className="grow">
              <View className="t-strong">{whenText(start, now)}</View>
              <View className="t-small">
                {namesOf(visit)} · {placeNames[kind]}
              </View>
            </View>
            <Icon name="chevron-right" size="small" />
          </View>
        ) : null,
      )}
    </Card>
  );
}
