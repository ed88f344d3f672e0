import { View } from '@tarojs/components';
import type { Wait } from '@contract/wait';
import { BigAction } from '@/components/big-action';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { open } from '@/session/routes';
import { isOffered, namesOf, waits as words } from '@/wording/waits';
import { whenText } from '@/wording/when';

interface Props {
  waits: Wait[];
  now: number;
  /** Several children: say whose it is. */
  withName: boolean;
}

/** Places that are kept for them: above everything, since they do not stay. */
export function Offers({ waits, now, withName }: Props) {
  return waits.map((wait) => {
    if (!wait.offer || !isOffered(wait, now)) return null;
    const { slot, until } = wait.offer;
    const when = `${withName ? `${namesOf(wait)} · ` : ''}${whenText(slot.start, now)}`;
    const kept = words.homeOfferUntil(whenText(until, now));
    return (
      <Card
        key={wait.id}
        id={`offer-${wait.id}`}
        tone="coming"
        label={[words.homeOffer, when, kept].join('，')}
        onTap={() => open('offer', { id: wait.id })}
      >
        <View className="row">
          <Icon name="bell" size="large" />
          <View className="grow">
            <View className="t-strong">{words.homeOffer}</View>
            <View className="t-heading">{when}</View>
            <View className="t-small">{kept}</View>
          </View>
          <Icon name="chevron-right" />
        </View>
      </Card>
    );
  });
}

/** They wait: a quiet word that it is not forgotten. */
export function Queued({ waits, now }: Omit<Props, 'withName'>) {
  const waiting = waits.filter(
    (wait) => (wait.state === 'waiting' || wait.state === 'offered') && !isOffered(wait, now),
  );
  if (waiting.length === 0) return null;
  const names = [...new Set(waiting.map(namesOf))].join('、');
  return (
    <BigAction
      id="go-waits"
      icon="hourglass"
      tone="coming"
      title={words.homeWaiting(names)}
      hint={words.homeWaitingHint}
      onTap={() => open('waits')}
    />
  );
}
