import { View } from '@tarojs/components';
import type { Appointment } from '@contract/appointment';
import { useServerNow } from '@/cloud/clock';
import type { Writing } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { open } from '@/session/routes';
import { useSession } from '@/session/session';
import { changes } from '@/wording/changes';

interface Props {
  appointment: Appointment;
  writing: Writing;
  onChanged: (appointment: Appointment) => void;
}

/** A parent who is away takes part by telephone, or no longer. */
export function Joining({ appointment, writing, onChanged }: Props) {
  const { role, phoneEnding } = useSession((session) => session.person);
  const now = useServerNow();
  const { id, state, start, joiners } = appointment;
  const joined = joiners.some(({ me }) => me);
  const canJoin = (state === 'booked' || state === 'awaitingConsent') && start > now;
  if (!canJoin || (role !== 'parent' && !joined)) return null;

  async function join(wanted: boolean) {
    const answer = await writing.write('booking.joinVisit', { appointmentId: id, join: wanted });
    if (answer.ok) onChanged(answer.data);
    else if (answer.error.code === 'PHONE_NEEDED') open('myPhone');
  }
  if (joined) {
    return (
      <Card tone="soft">
        <View className="row">
          <Icon name="phone-call" />
          <View className="t-strong grow">{changes.joinedIn}</View>
        </View>
        <Button
          id="join-out"
          look="quiet"
          busy={writing.busy}
          label={changes.joinOut}
          onTap={() => void join(false)}
        />
      </Card>
    );
  }
  return (
    <View className="stack">
      <View className="t-small t-quiet">{changes.joinHint}</View>
      <Button
        id="join-in"
        look="soft"
        icon="phone-call"
        busy={writing.busy}
        label={changes.joinIn}
        onTap={() => {
          // The counsellor needs a number to call.
          if (phoneEnding) void join(true);
          else open('myPhone');
        }}
      />
    </View>
  );
}
