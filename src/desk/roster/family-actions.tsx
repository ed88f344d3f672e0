import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RosterEntry } from '@contract/family';
import { dayOf } from '@rules/dates';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { newRequestId } from '@/cloud/request-id';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { dial } from '@/session/device';
import { open } from '@/session/routes';
import { useSession } from '@/session/session';
import { dayText, director } from '@/wording/director';
import { kinName } from '@/wording/names';
import { roster } from '@/wording/roster';

interface Props {
  child: RosterEntry;
  onTaken: () => void;
}

/** What one does for a family without a telephone: take it over, call whoever is at home. */
export function FamilyActions({ child, onTaken }: Props) {
  if (child.waiting) return <TakeOver child={child} onTaken={onTaken} />;
  return (
    <>
      <Questions childId={child.id} />
      {child.byProxy ? <ProxyActions child={child} /> : null}
    </>
  );
}

/** What a teacher answers about a child of the school; the page says whether a parent has agreed. */
function Questions({ childId }: { childId: string }) {
  const role = useSession(({ person }) => person.role);
  if (role !== 'teacher') return null;
  return (
    <>
      <Button
        id={`screening-${childId}`}
        look="line"
        icon="clipboard-list"
        label={roster.screening}
        onTap={() => open('screening', { childId, as: 'teacher' })}
      />
      <AskVisit childId={childId} />
    </>
  );
}

/** The school has noticed something: the child director looks in sooner. */
function AskVisit({ childId }: { childId: string }) {
  const now = useServerNow();
  const { busy, failed, write } = useWrite();
  const [asked, setAsked] = useState<string>();
  async function ask() {
    const answer = await write('director.askVisit', { childId });
    if (answer.ok) setAsked(answer.data.asked);
  }
  if (asked !== undefined) {
    return <Line icon="check" text={director.asked(dayText(asked, dayOf(now)))} />;
  }
  return (
    <>
      <Button
        id={`ask-visit-${childId}`}
        look="line"
        icon="house"
        label={director.askVisit}
        busy={busy}
        onTap={() => void ask()}
      />
      {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
    </>
  );
}

function ProxyActions({ child }: { child: RosterEntry }) {
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
