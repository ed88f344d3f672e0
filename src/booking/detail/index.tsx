import { useState } from 'react';
import type { Appointment } from '@contract/appointment';
import type { ChangeReason } from '@contract/enums';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { VisitState } from '@/components/visit-card/state';
import { open } from '@/session/routes';
import { booking } from '@/wording/booking';
import '../brings';
import { AppointmentFacts } from '../parts/appointment-facts';
import { Awaiting } from '../parts/awaiting';
import { noteBooked } from '../parts/note-booked';
import { useAppointment } from '../parts/use-appointment';
import { CancelAsk } from './cancel-ask';
import { DetailFooter } from './footer';
import { Joining } from './joining';
import { NextStepCard } from './next-step';
import { Outcome } from './outcome';

/** One visit: how it stands, its facts, changing it, and what follows. */
export default function AppointmentPage() {
  const { query, appointment: found } = useAppointment();
  const [changed, setChanged] = useState<Appointment>();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<ChangeReason>();
  const writing = useWrite();
  const appointment = changed ?? found;

  function take(next: Appointment) {
    setChanged(next);
    noteBooked(next);
  }
  async function cancel(appointmentId: string) {
    const answer = await writing.write('booking.cancel', { appointmentId, reason });
    if (!answer.ok) return;
    take(answer.data);
    setAsking(false);
  }

  if (appointment && asking) {
    return (
      <Screen
        title={booking.cancel}
        onBack={() => setAsking(false)}
        footer={
          <>
            <Button id="keep" label={booking.cancelNo} onTap={() => setAsking(false)} />
            <Button
              id="give-up"
              look="line"
              busy={writing.busy}
              label={booking.cancelYes}
              onTap={() => void cancel(appointment.id)}
            />
          </>
        }
      >
        <CancelAsk reason={reason} onReason={setReason} />
        {writing.failed ? <Line tone="alarm" icon="circle-alert" text={writing.failed} /> : null}
      </Screen>
    );
  }
  return (
    <Screen
      title={booking.listTitle}
      footer={
        appointment ? (
          <DetailFooter
            appointment={appointment}
            writing={writing}
            onChanged={take}
            onCancel={() => setAsking(true)}
          />
        ) : undefined
      }
    >
      <Loaded query={query}>
        {() =>
          appointment ? (
            <>
              <VisitState state={appointment.state} />
              {appointment.state === 'awaitingConsent' ? (
                <Awaiting appointment={appointment} />
              ) : null}
              <Outcome appointment={appointment} />
              <NextStepCard appointment={appointment} />
              {writing.failed ? (
                <Line tone="alarm" icon="circle-alert" text={writing.failed} />
              ) : null}
              <AppointmentFacts appointment={appointment} />
              <Joining appointment={appointment} writing={writing} onChanged={take} />
              <Choice
                id="service"
                icon="map-pin"
                title={booking.service}
                onTap={() => open('service', { id: appointment.serviceId })}
              />
            </>
          ) : (
            <Notice icon="calendar-x" title={booking.gone} hint={booking.goneHint} />
          )
        }
      </Loaded>
    </Screen>
  );
}
