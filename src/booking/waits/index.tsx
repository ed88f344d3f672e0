import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Wait } from '@contract/wait';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { waitlist } from '@/wording/waitlist';
import '../brings';
import { QuietWay } from '../parts/quiet-way';
import { WaitCard } from './wait-card';

/** What the family waits for: how it stands, another look at the urgency, waiting no longer. */
export default function WaitsPage() {
  const query = useQuery('booking.listWaits', {});
  const now = useServerNow();
  const writing = useWrite();
  const [changed, setChanged] = useState<Wait[]>([]);
  const [leaving, setLeaving] = useState<string>();
  const current = (wait: Wait) => changed.find(({ id }) => id === wait.id) ?? wait;

  function take(wait: Wait) {
    setChanged((before) => [...before.filter(({ id }) => id !== wait.id), wait]);
  }
  async function leave(waitlistId: string) {
    const answer = await writing.write('booking.leaveWaitlist', { waitlistId });
    if (!answer.ok) return;
    take(answer.data);
    setLeaving(undefined);
  }
  async function askForReview(waitlistId: string) {
    const answer = await writing.write('booking.askForReview', { waitlistId });
    if (answer.ok) take(answer.data);
  }
  const failed = writing.failed ? (
    <Line tone="alarm" icon="circle-alert" text={writing.failed} />
  ) : null;

  if (leaving !== undefined) {
    return (
      <Screen
        title={waitlist.listTitle}
        onBack={() => setLeaving(undefined)}
        footer={
          <>
            <Button id="stay" label={waitlist.leaveNo} onTap={() => setLeaving(undefined)} />
            <Button
              id="leave-yes"
              look="line"
              busy={writing.busy}
              label={waitlist.leaveYes}
              onTap={() => void leave(leaving)}
            />
          </>
        }
      >
        <Heading title={waitlist.leaveAsk} spoken={`${waitlist.leaveAsk}${waitlist.leaveHint}`} />
        <Card tone="coming">{waitlist.leaveHint}</Card>
        {failed}
      </Screen>
    );
  }
  return (
    <Screen title={waitlist.listTitle}>
      <Loaded query={query}>
        {({ waits }) =>
          waits.length === 0 ? (
            <Notice icon="hourglass" title={waitlist.none} hint={waitlist.noneHint} />
          ) : (
            <View className="stack">
              {failed}
              {waits.map(current).map((wait) => (
                <WaitCard
                  key={wait.id}
                  wait={wait}
                  now={now}
                  busy={writing.busy}
                  onReview={() => void askForReview(wait.id)}
                  onLeave={() => setLeaving(wait.id)}
                />
              ))}
            </View>
          )
        }
      </Loaded>
      <QuietWay id="rule" icon="list-ordered" title={waitlist.how} onTap={() => open('rule')} />
    </Screen>
  );
}
