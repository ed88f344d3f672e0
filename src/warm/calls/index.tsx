import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '@contract';
import { dayMs } from '@rules/dates';
import { save } from '@/cloud/cache';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { open } from '@/session/routes';
import { calls, startersFor } from '@/wording/calls';
import '../brings';
import { OfChild } from '../parts/of-child';
import { PlanCard } from './plan-card';

type Calls = OutputOf<'family.showCallPlan'>;

/** Calls that are agreed on, times that suit both, and how to begin to talk. */
export default function CallsPage() {
  return <OfChild title={calls.title}>{(childId) => <CallsOf childId={childId} />}</OfChild>;
}

function CallsOf({ childId }: { childId: string }) {
  const query = useQuery('family.showCallPlan', { childId });
  const { busy, failed, write } = useWrite();
  const now = useServerNow();
  const [weekly, setWeekly] = useState<'weekly' | 'single'>('weekly');

  async function change(input: Parameters<typeof write<'family.planCall'>>[1]) {
    const answer = await write('family.planCall', input);
    if (answer.ok) save('family.showCallPlan', { childId }, answer.data);
    query.reload();
  }

  return (
    <Screen title={calls.title}>
      <Loaded query={query}>
        {(data) => (
          <>
            <Heading
              title={
                data.side === 'home'
                  ? calls.headingHome(data.nickname)
                  : calls.heading(data.nickname)
              }
              hint={calls.hint}
            />
            {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
            {data.plans.map((plan) => (
              <PlanCard
                key={plan.id}
                childId={childId}
                plan={plan}
                now={now}
                busy={busy}
                onAgree={() => void change({ step: 'agree', childId, planId: plan.id })}
                onDrop={() => void change({ step: 'drop', childId, planId: plan.id })}
                onNoted={query.reload}
              />
            ))}
            {data.plans.length > 0 ? <Starters data={data} now={now} /> : null}
            <View className="t-heading">{calls.propose}</View>
            {data.times.length > 0 ? (
              <>
                <View className="t-quiet">{calls.proposeHint}</View>
                <Segments
                  id="often"
                  label={calls.propose}
                  value={weekly}
                  choices={[
                    { value: 'weekly', text: calls.weekly },
                    { value: 'single', text: calls.single },
                  ]}
                  onChange={setWeekly}
                />
              </>
            ) : (
              <Line icon="info" text={calls.none} />
            )}
            {data.times.map((time) => (
              <Choice
                key={`${time.weekday}-${time.minute}`}
                id={`time-${time.weekday}-${time.minute}`}
                icon="phone-call"
                title={calls.timeText(time, weekly === 'weekly')}
                onTap={() => {
                  if (busy) return;
                  const often = { weekly: weekly === 'weekly' };
                  void change({ step: 'propose', childId, ...time, ...often });
                }}
              />
            ))}
            {data.assumed.away || data.assumed.home ? (
              <Line tone="quiet" icon="info" text={calls.assumed} />
            ) : null}
            <Choice
              id="go-free-times"
              icon="clock"
              title={data.side === 'home' ? calls.childBusy : calls.myBusy}
              hint={data.side === 'home' ? calls.childBusyHint : calls.busyHint}
              onTap={() => open('freeTimes', { childId })}
            />
          </>
        )}
      </Loaded>
    </Screen>
  );
}

function Starters({ data, now }: { data: Calls; now: number }) {
  return (
    <Card tone="soft">
      <View className="stack">
        <View className="t-heading">{calls.startersTitle}</View>
        {startersFor(data.age, Math.floor(now / (7 * dayMs))).map((starter) => (
          <Fact key={starter} icon="message-circle">
            {starter}
          </Fact>
        ))}
        <View className="t-small t-quiet">{calls.startersHint}</View>
      </View>
    </Card>
  );
}
