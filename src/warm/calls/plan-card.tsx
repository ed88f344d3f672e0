import { View } from '@tarojs/components';
import type { CallPlan } from '@contract/warmth';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import { Line } from '@/components/notice';
import { calls } from '@/wording/calls';
import { whenText } from '@/wording/when';

interface Props {
  childId: string;
  plan: CallPlan;
  now: number;
  busy: boolean;
  onAgree: () => void;
  onDrop: () => void;
  onNoted: () => void;
}

/** A call: whether it is agreed on, when it is next, and afterwards whether it took place. */
export function PlanCard({ childId, plan, now, busy, onAgree, onDrop, onNoted }: Props) {
  const { id, state, mine, by, next, ask } = plan;
  const toAgree = state === 'proposed' && !mine;
  return (
    <Card tone={state === 'agreed' ? 'coming' : 'plain'}>
      <View className="stack">
        {ask === undefined ? null : (
          <Ask childId={childId} planId={id} start={ask} now={now} onNoted={onNoted} />
        )}
        <View className="row">
          <Icon name="phone-call" size="large" />
          <View className="grow">
            <View className="t-heading">{calls.timeText(plan, plan.weekly)}</View>
            <View className="t-small">{toAgree ? calls.asksYou(by) : whenText(next, now)}</View>
          </View>
          {toAgree ? null : (
            <Chip
              tone={state === 'agreed' ? 'act' : 'plain'}
              text={state === 'agreed' ? calls.agreed : calls.waiting}
            />
          )}
        </View>
        {toAgree ? (
          <Button id={`agree-${id}`} icon="check" label={calls.yes} busy={busy} onTap={onAgree} />
        ) : null}
        <Button
          id={`drop-${id}`}
          look="quiet"
          label={toAgree ? calls.dropOther : calls.drop}
          disabled={busy}
          onTap={onDrop}
        />
      </View>
    </Card>
  );
}

interface AskProps {
  childId: string;
  planId: string;
  start: number;
  now: number;
  onNoted: () => void;
}

/** One tap, and nothing is counted. */
function Ask({ childId, planId, start, now, onNoted }: AskProps) {
  const { busy, failed, write } = useWrite();
  async function say(happened: boolean) {
    const answer = await write('family.noteCall', { childId, planId, start, happened });
    if (answer.ok) onNoted();
  }
  return (
    <>
      <View className="t-heading">{calls.askDone(whenText(start, now))}</View>
      <View className="grid-2">
        <Button
          id={`did-${planId}`}
          look="line"
          icon="check"
          label={calls.did}
          busy={busy}
          onTap={() => void say(true)}
        />
        <Button
          id={`did-not-${planId}`}
          look="line"
          label={calls.didNot}
          busy={busy}
          onTap={() => void say(false)}
        />
      </View>
      {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
    </>
  );
}
