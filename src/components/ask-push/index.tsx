import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { PushTemplate } from '@contract/push';
import { sendUnsent, useAsking, usePushes } from '@/session/subscriptions';
import { pushes as words } from '@/wording/pushes';
import { Button } from '../button';
import { Card } from '../card';
import { Icon } from '../icon';
import { Listen } from '../listen';
import { Line } from '../notice';

/**
 * Offers, where somebody has just done something, that WeChat tells them what comes of it. Shows
 * nothing where nothing is missing: it never stands in the way and never asks twice.
 */
export function AskPush({ templates }: { templates: readonly PushTemplate[] }) {
  const pushes = usePushes();
  const { wanted, asked, ask } = useAsking(pushes, templates);
  useEffect(() => void sendUnsent(), []);
  if (asked !== 'not') {
    return (
      <Line
        icon={asked === 'accepted' ? 'check' : 'inbox'}
        tone={asked === 'accepted' ? 'coming' : 'quiet'}
        text={words.after[asked]}
      />
    );
  }
  if (wanted.length === 0) return null;
  const names = wanted.map(({ template }) => words.templates[template].name).join('、');
  return (
    <Card>
      <View className="stack">
        <View className="row">
          <Icon name="bell" />
          <View className="grow">
            <View className="t-strong">{words.offer}</View>
            <View className="t-small t-quiet">{words.offerHint(names)}</View>
          </View>
          <Listen id="listen-push" text={`${words.offer}。${words.offerHint(names)}`} />
        </View>
        <Button id="ask-push" look="soft" icon="bell" label={words.yes} onTap={ask} />
      </View>
    </Card>
  );
}
