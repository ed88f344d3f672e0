import { View } from '@tarojs/components';
import { useState } from 'react';
import type { DutyShift, DutyWeek } from '@contract/safety';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { Tile } from '@/components/tile';
import { roleNames } from '@/wording/names';
import { duty } from '@/wording/safety-duty';

interface Props {
  shift: DutyShift;
  data: DutyWeek;
  onChanged: () => void;
}

/** A shift goes to a colleague when the colleague says yes: asked by whoever has it. */
export function Swap({ shift, data, onChanged }: Props) {
  const [asking, setAsking] = useState(false);
  const { busy, failed, write } = useWrite();
  const of = { week: data.week, shiftId: shift.id };

  async function ask(toPostId: string) {
    const answer = await write('safety.askSwap', { ...of, toPostId });
    if (!answer.ok) return;
    setAsking(false);
    onChanged();
  }
  async function answerIt(agree: boolean) {
    const answer = await write('safety.answerSwap', { ...of, agree });
    if (answer.ok) onChanged();
  }
  const problem = failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null;
  if (shift.swap?.mine) {
    return (
      <>
        <Line icon="repeat" text={duty.swapYou(shift.duty.name)} />
        <View className="grid-2">
          <Button
            id={`swap-yes-${shift.id}`}
            icon="check"
            label={duty.swapYes}
            busy={busy}
            onTap={() => void answerIt(true)}
          />
          <Button
            id={`swap-no-${shift.id}`}
            look="line"
            label={duty.swapNo}
            busy={busy}
            onTap={() => void answerIt(false)}
          />
        </View>
        {problem}
      </>
    );
  }
  if (shift.swap) return <Line icon="hourglass" text={duty.swapAsked(shift.swap.name)} />;
  if (!shift.duty.mine) return null;
  if (!asking) {
    return (
      <Button
        id={`swap-${shift.id}`}
        look="quiet"
        icon="repeat"
        label={duty.swap}
        onTap={() => setAsking(true)}
      />
    );
  }
  return (
    <>
      <View className="t-strong">{duty.swapWho}</View>
      <View className="grid-2">
        {data.people
          .filter(({ mine, reachable }) => !mine && reachable)
          .map(({ postId, name, role }) => (
            <Tile
              key={postId}
              id={`swap-to-${postId}`}
              kind="button"
              label={name}
              hint={roleNames[role]}
              onTap={() => {
                if (!busy) void ask(postId);
              }}
            />
          ))}
      </View>
      <Button id="no-swap" look="line" label={duty.cancel} onTap={() => setAsking(false)} />
      {problem}
    </>
  );
}
