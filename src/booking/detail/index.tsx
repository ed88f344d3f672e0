import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Appointment } from '@contract/appointment';
import { call } from '@/cloud/call';
import { newRequestId } from '@/cloud/request-id';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { useBookingDraft } from '@/session/booking-draft';
import { openBooking } from '@/session/consents';
import { open, replaceWith } from '@/session/routes';
import { booking } from '@/wording/booking';
import { AppointmentFacts } from '../parts/appointment-facts';
import { useAppointment } from '../parts/use-appointment';

/** One visit: its facts, and giving it up. */
export default function AppointmentPage() {
  const { query, appointment: found } = useAppointment();
  const [changed, setChanged] = useState<Appointment>();
  const [asking, setAsking] = useState(false);
  const cancel = useCancel((cancelled) => {
    setChanged(cancelled);
    setAsking(false);
  });
  const appointment = changed ?? found;
  const begin = useBookingDraft((draft) => draft.begin);

  function footer() {
    if (!appointment) return undefined;
    if (asking) {
      return (
        <>
          <Button id="keep" label={booking.cancelNo} onTap={() => setAsking(false)} />
          <Button
            id="give-up"
            look="line"
            busy={cancel.busy}
            label={booking.cancelYes}
            onTap={() => void cancel.run(appointment.id)}
          />
        </>
      );
    }
    if (appointment.canCancel) {
      return (
        <>
          <Button
            id="service"
            look="soft"
            icon="map-pin"
            label={booking.service}
            onTap={() => open('service', { id: appointment.serviceId })}
          />
          <Button id="cancel" look="quiet" label={booking.cancel} onTap={() => setAsking(true)} />
        </>
      );
    }
    return (
      <Button
        id="again"
        icon="hand-heart"
        label={booking.bookAgain}
        onTap={() => {
          begin(appointment.childId);
          openBooking(appointment.childId, replaceWith);
        }}
      />
    );
  }

  return (
    <Screen title={booking.listTitle} footer={footer()}>
      <Loaded query={query}>
        {() =>
          appointment ? (
            <>
              {appointment.state === 'cancelled' ? (
                <View className="row">
                  <Chip tone="plain" text={booking.cancelledTitle} />
                </View>
              ) : null}
              {asking ? (
                <Card tone="coming">
                  <View className="t-heading">{booking.cancelAsk}</View>
                  <View>{booking.cancelAskHint}</View>
                  <View>{booking.changeHint}</View>
                </Card>
              ) : null}
              {cancel.failed ? (
                <Line tone="alarm" icon="circle-alert" text={cancel.failed} />
              ) : null}
              <AppointmentFacts appointment={appointment} />
            </>
          ) : (
            <Notice icon="calendar-x" title={booking.gone} hint={booking.goneHint} />
          )
        }
      </Loaded>
    </Screen>
  );
}

/** Cancels once, however often it is tapped. */
function useCancel(onDone: (appointment: Appointment) => void) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const [requestId] = useState(() => newRequestId());
  async function run(appointmentId: string) {
    setBusy(true);
    setFailed(undefined);
    const answer = await call('booking.cancel', { appointmentId }, requestId);
    setBusy(false);
    if (answer.ok) onDone(answer.data);
    else setFailed(answer.error.message);
  }
  return { busy, failed, run };
}
