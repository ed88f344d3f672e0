import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RosterEntry } from '@contract/family';
import { call } from '@/cloud/call';
import { newRequestId } from '@/cloud/request-id';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { dial } from '@/session/device';
import { open } from '@/session/routes';
import { kinName } from '@/wording/names';
import { roster } from '@/wording/roster';

interface Props {
  child: RosterEntry;
  onTaken: () => void;
}

/** What one does for a family without a telephone: take it over, call whoever is at home. */
export function FamilyActions({ child, onTaken }: Props) {
  if (child.waiting) return <TakeOver child={child} onTaken={onTaken} />;
  if (!child.byProxy) return null;
  return (
    <>
      <CallHome child={child} />
      <Button
        id={`circle-${child.id}`}
        look="line"
        icon="users"
        label={roster.openCircle}
        onTap={() => open('circle', { childId: child.id })}
      />
    </>
  );
}

function CallHome({ child }: { child: RosterEntry }) {
  if (!child.atHome) return null;
  const { caregiver, phone } = child.atHome;
  const who = kinName(caregiver);
  if (phone === undefined) return <View className="t-quiet">{roster.noPhone(who)}</View>;
  return (
    <Button
      id={`call-${child.id}`}
      look="soft"
      icon="phone"
      label={roster.callHome(who, phone)}
      onTap={() => void dial(phone)}
    />
  );
}

function TakeOver({ child, onTaken }: Props) {
  const [state, setState] = useState<{ busy: boolean; failed?: string }>({ busy: false });
  const [requestId] = useState(() => newRequestId());

  async function take() {
    setState({ busy: true });
    const answer = await call('family.takeOver', { childId: child.id }, requestId);
    if (answer.ok) onTaken();
    else setState({ busy: false, failed: answer.error.message });
  }
  return (
    <>
      <View className="t-small">{roster.takeOverHint}</View>
      <Button
        id={`take-${child.id}`}
        look="soft"
        icon="hand-heart"
        label={roster.takeOver}
        busy={state.busy}
        onTap={() => void take()}
      />
      {state.failed ? <Line tone="alarm" icon="circle-alert" text={state.failed} /> : null}
    </>
  );
}
