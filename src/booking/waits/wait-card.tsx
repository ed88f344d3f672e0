import { View } from '@tarojs/components';
import type { WaitlistState } from '@contract/enums';
import type { Wait } from '@contract/wait';
import { dayOf } from '@rules/dates';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Icon, type IconName } from '@/components/icon';
import { Line } from '@/components/notice';
import { useBookingDraft } from '@/session/booking-draft';
import { openBooking } from '@/session/consents';
import { open } from '@/session/routes';
import { waitlist, wishText } from '@/wording/waitlist';
import { isOffered, namesOf } from '@/wording/waits';
import { shortDate } from '@/wording/when';

const icons: Record<WaitlistState, IconName> = {
  waiting: 'hourglass',
  offered: 'bell',
  booked: 'calendar-check',
  left: 'x',
  lapsed: 'calendar-x',
};

interface Props {
  wait: Wait;
  now: number;
  busy: boolean;
  onReview: () => void;
  onLeave: () => void;
}

/** One entry of the waiting list: who, for what, since when, and what can be done. */
export function WaitCard({ wait, now, busy, onReview, onLeave }: Props) {
  const begin = useBookingDraft((draft) => draft.begin);
  const { id, state, since, reviewAsked, childId, sibling } = wait;
  const offered = isOffered(wait, now);
  // An offer whose time is over: they wait on, whether the job has said so yet or not.
  const shown = state === 'offered' && !offered ? 'waiting' : state;
  const waiting = shown === 'waiting' || shown === 'offered';
  return (
    <Card tone={offered ? 'coming' : 'plain'}>
      <View className="stack">
        <View className="row">
          <Icon name={icons[shown]} size="large" />
          <View className="grow">
            <View className="t-heading">{waitlist.states[shown]}</View>
            <View>{namesOf(wait)}</View>
          </View>
        </View>
        <View className="t-small">{wishText(wait.wish)}</View>
        <View className="t-small t-quiet">{waitlist.since(shortDate(dayOf(since)))}</View>
        {offered ? (
          <Button
            id={`offer-${id}`}
            icon="bell"
            label={waitlist.open}
            onTap={() => open('offer', { id })}
          />
        ) : null}
        {shown === 'waiting' && reviewAsked ? (
          <Line icon="check" text={waitlist.reviewAsked} />
        ) : null}
        {shown === 'waiting' && !reviewAsked ? (
          <>
            <Button
              id={`review-${id}`}
              look="soft"
              disabled={busy}
              label={waitlist.review}
              onTap={onReview}
            />
            <View className="t-small t-quiet">{waitlist.reviewHint}</View>
          </>
        ) : null}
        {waiting ? (
          <Button id={`leave-${id}`} look="quiet" label={waitlist.leave} onTap={onLeave} />
        ) : null}
        {shown === 'lapsed' ? (
          <Button
            id={`again-${id}`}
            look="soft"
            label={waitlist.again}
            onTap={() => {
              begin(childId, { siblingId: sibling?.childId });
              openBooking(childId);
            }}
          />
        ) : null}
      </View>
    </Card>
  );
}
