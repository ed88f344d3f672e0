import { View } from '@tarojs/components';
import type { Child } from '@contract/family';
import { changedPurposes, purposeText, waitingPurposes } from '@/session/consents';
import { open } from '@/session/routes';
import { asked } from '@/wording/asked';
import { BigAction } from '../big-action';
import { Line } from '../notice';
import './index.scss';

/** For a parent: what somebody at home has begun, and what is to be read again, waits for a nod. */
export function WaitingForMe({ child }: { child: Child }) {
  const waiting = waitingPurposes(child);
  const toRead = [...waiting, ...changedPurposes(child)];
  const [first] = waiting;
  const by = child.consents.find(({ purpose }) => purpose === first)?.by;
  if (child.standing !== 'guardian' || toRead.length === 0) return null;
  const begun = first !== undefined && by !== undefined;
  return (
    <BigAction
      id={`waiting-${child.id}`}
      icon="clipboard-check"
      tone="coming"
      title={begun ? asked.waitsForYou(by, first) : asked.changedForYou}
      hint={asked.waitsHint(child.nickname)}
      onTap={() => open('consent', { childId: child.id, for: purposeText(toRead), then: 'home' })}
    />
  );
}

/** For a caregiver: a quiet line, since nothing is wrong and nothing stops. */
export function WaitingLine({ child, name }: { child: Child; name?: string | undefined }) {
  const waiting = waitingPurposes(child);
  if (child.standing === 'guardian' || waiting.length === 0) return null;
  const what = asked.waitsForParentsWhat(waiting);
  const text = `${name ? `${name}：` : ''}${asked.waitsForParents}（${what}）`;
  return (
    <View
      id={`waits-${child.id}`}
      className="waiting-line"
      ariaRole="button"
      ariaLabel={text}
      hoverClass="card--pressed"
      onClick={() => open('consent', { childId: child.id })}
    >
      <Line icon="clock" text={text} />
    </View>
  );
}
