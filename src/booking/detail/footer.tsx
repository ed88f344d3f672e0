import { View } from '@tarojs/components';
import type { Appointment } from '@contract/appointment';
import { addDays, dayOf } from '@rules/dates';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import type { Writing } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { useBookingDraft } from '@/session/booking-draft';
import { openBooking } from '@/session/consents';
import { dial } from '@/session/device';
import { open, openTab, replaceWith } from '@/session/routes';
import { booking } from '@/wording/booking';
import { changes } from '@/wording/changes';
import { AwaitingAction } from '../parts/awaiting';
import { isLate } from './late';

interface Props {
  appointment: Appointment;
  writing: Writing;
  onChanged: (appointment: Appointment) => void;
  onCancel: () => void;
}

/** What can be done with a visit as it stands, the likeliest first. */
export function DetailFooter({ appointment, writing, onChanged, onCancel }: Props) {
  const now = useServerNow();
  const { state, next, canCancel, canMove, canConfirm } = appointment;
  if (canConfirm && appointment.start > now) {
    return (
      <Coming
        appointment={appointment}
        writing={writing}
        onChanged={onChanged}
        onCancel={onCancel}
      />
    );
  }
  if (isLate(appointment, now)) return <CallService serviceId={appointment.serviceId} />;
  const giveUp = canCancel ? (
    <Button id="cancel" look="quiet" label={booking.cancel} onTap={onCancel} />
  ) : null;
  if (state === 'awaitingConsent') {
    return (
      <>
        <AwaitingAction appointment={appointment} />
        <View className="grid-2">
          {canMove ? <MoveButton appointment={appointment} look="quiet" /> : null}
          {giveUp}
        </View>
      </>
    );
  }
  if (canMove) {
    return (
      <>
        <MoveButton appointment={appointment} look="main" />
        {giveUp}
      </>
    );
  }
  // They are with the counsellor at this moment.
  if (state === 'arrived') {
    return <Button id="home" label={booking.home} onTap={() => openTab('home')} />;
  }
  if (next?.kind === 'referral' && next.state === 'suggested') {
    return <AnswerReferral appointment={appointment} writing={writing} onChanged={onChanged} />;
  }
  return (
    giveUp ?? (
      <>
        {next?.kind === 'guide' ? (
          <Button
            id="guide"
            icon="headphones"
            label={changes.guideGo}
            onTap={() => open('guide', { id: next.guideId })}
          />
        ) : null}
        <Again appointment={appointment} look={next?.kind === 'guide' ? 'line' : 'main'} />
      </>
    )
  );
}

/** After a reminder: one word says that they come, and the other is as near. */
function Coming({ appointment, writing, onChanged, onCancel }: Props) {
  const { id, serviceId, canCancel, canMove } = appointment;
  async function confirm() {
    const done = await writing.write('booking.confirmVisit', { appointmentId: id });
    if (done.ok) onChanged(done.data);
  }
  const yes = (
    <Button
      id="come"
      icon="check"
      busy={writing.busy}
      label={changes.come}
      onTap={() => void confirm()}
    />
  );
  if (!canCancel) {
    return (
      <>
        {yes}
        <CallService serviceId={serviceId} look="line" />
      </>
    );
  }
  return (
    <>
      <View className="grid-2">
        <Button
          id="cancel"
          look="line"
          disabled={writing.busy}
          label={changes.comeNot}
          onTap={onCancel}
        />
        {yes}
      </View>
      {canMove ? <MoveButton appointment={appointment} look="quiet" /> : null}
    </>
  );
}

interface MoveProps {
  appointment: Appointment;
  look: 'main' | 'quiet';
}

function MoveButton({ appointment, look }: MoveProps) {
  const begin = useBookingDraft((draft) => draft.begin);
  const { id, childId, sibling, start, kind, placeName, counsellorName, worries } = appointment;
  return (
    <Button
      id="move"
      look={look}
      icon="calendar-clock"
      label={changes.move}
      onTap={() => {
        begin(childId, {
          siblingId: sibling?.childId,
          worries,
          kind,
          moving: { id, start, kind, placeName, counsellorName },
        });
        open('bookingTimes');
      }}
    />
  );
}

/** Another visit; with the same counsellor and about the right week, where that was suggested. */
function Again({ appointment, look }: { appointment: Appointment; look: 'main' | 'line' }) {
  const begin = useBookingDraft((draft) => draft.begin);
  const { childId, sibling, next, state, counsellorId, counsellorName, start } = appointment;
  if (state === 'done' && next?.kind === 'followUp') {
    return (
      <Button
        id="follow-up"
        icon="repeat"
        look={look}
        label={changes.followUpGo}
        onTap={() => {
          begin(childId, {
            siblingId: sibling?.childId,
            worries: appointment.worries,
            kind: 'any',
            filter: {
              counsellor: { id: counsellorId, name: counsellorName },
              around: addDays(dayOf(start), next.inWeeks * 7),
            },
          });
          open('bookingTimes');
        }}
      />
    );
  }
  return (
    <Button
      id="again"
      icon="hand-heart"
      look={look}
      label={booking.bookAgain}
      onTap={() => {
        begin(childId, { siblingId: sibling?.childId });
        openBooking(childId, replaceWith);
      }}
    />
  );
}

function AnswerReferral({ appointment, writing, onChanged }: Omit<Props, 'onCancel'>) {
  async function answer(agree: boolean) {
    const input = { appointmentId: appointment.id, agree };
    const done = await writing.write('booking.answerReferral', input);
    if (done.ok) onChanged(done.data);
  }
  return (
    <View className="grid-2">
      <Button
        id="referral-no"
        look="line"
        disabled={writing.busy}
        label={changes.referralNo}
        onTap={() => void answer(false)}
      />
      <Button
        id="referral-yes"
        disabled={writing.busy}
        label={changes.referralYes}
        onTap={() => void answer(true)}
      />
    </View>
  );
}

/** The place's own telephone; without one known, all the numbers there are. */
function CallService({ serviceId, look = 'main' }: { serviceId: string; look?: 'main' | 'line' }) {
  const { data } = useQuery('directory.getService', { id: serviceId });
  const phone = data?.phone;
  return (
    <Button
      id="call-service"
      look={look}
      icon="phone"
      label={changes.lateCall}
      onTap={() => {
        if (phone) void dial(phone);
        else open('phones');
      }}
    />
  );
}
