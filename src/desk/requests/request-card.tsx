import { View } from '@tarojs/components';
import type { Urgency } from '@contract/enums';
import type { RequestEntry } from '@contract/waitlist';
import { dayOf, daysBetween } from '@rules/dates';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Line } from '@/components/notice';
import { dial } from '@/session/device';
import { requests, wishLine } from '@/wording/desk-lists';
import { visitWords } from '@/wording/desk-visit';
import { worryNames } from '@/wording/names';
import { UrgencyChoice } from './urgency';

interface Props {
  request: RequestEntry;
  now: number;
  /** Set on this page; the list knows it when it is read again. */
  set: Urgency | undefined;
  onSet: (urgency: Urgency) => void;
}

/** One who waits: for how long, for what, and how soon they should be seen. */
export function RequestCard({ request, now, set, onSet }: Props) {
  const { id, nickname, age, schoolName, worries, wish, since, phone, voiceSeconds } = request;
  const days = Math.max(0, daysBetween(dayOf(since), dayOf(now)));
  const about = worries.map((worry) => worryNames[worry]).join('、');
  const said = voiceSeconds ? requests.said(voiceSeconds) : '';
  return (
    <Card id={`request-${id}`}>
      <View className="stack">
        <View>
          <View className="row row--between row--wrap">
            <View className="t-heading">{nickname}</View>
            <Chip tone="people" text={requests.waited(days)} />
          </View>
          <View className="t-small t-quiet t-parts">
            {[visitWords.age(age), schoolName, requests.until(wish.until)]
              .filter(Boolean)
              .join(' · ')}
          </View>
          <View>{[about, said].filter(Boolean).join('，') || requests.noWorries}</View>
          <View className="t-small t-quiet t-parts">{wishLine(wish)}</View>
          {request.together ? <Line tone="quiet" icon="users" text={requests.together} /> : null}
        </View>
        {request.reviewAsked && set === undefined ? (
          <Line icon="flag" text={requests.review} />
        ) : null}
        {request.offered ? <Line icon="hourglass" text={requests.offered} /> : null}
        <UrgencyChoice
          waitlistId={id}
          nickname={nickname}
          urgency={set ?? request.urgency}
          isSet={set !== undefined}
          onSet={onSet}
        />
        {phone ? (
          <Button
            id={`call-${id}`}
            look="soft"
            icon="phone"
            label={requests.call}
            onTap={() => void dial(phone)}
          />
        ) : (
          <Line tone="quiet" icon="phone" text={requests.noPhone} />
        )}
      </View>
    </Card>
  );
}
