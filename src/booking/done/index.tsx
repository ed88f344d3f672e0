import { View } from '@tarojs/components';
import * as v from 'valibot';
import type { Appointment } from '@contract/appointment';
import { AskPush } from '@/components/ask-push';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { Screen } from '@/components/screen';
import { open, openTab } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { booking } from '@/wording/booking';
import { changes } from '@/wording/changes';
import '../brings';
import { AppointmentFacts } from '../parts/appointment-facts';
import { Awaiting, AwaitingAction } from '../parts/awaiting';
import { QuietWay } from '../parts/quiet-way';
import { useAppointment } from '../parts/use-appointment';
import './index.scss';

/** What comes of a visit: reminders, a change, and the word of the other adults. */
const afterBooking = ['reminder', 'changed', 'booked'] as const;
const QuerySchema = v.object({ moved: v.optional(v.literal('yes')) });

const openVisit = ({ id }: Appointment) => open('appointment', { id });

/** It is settled, or kept until a parent agrees: when, where, what to bring, what will happen. */
export default function DonePage() {
  const { query, appointment } = useAppointment();
  const moved = usePageQuery(QuerySchema)?.moved === 'yes';
  const awaiting = appointment?.state === 'awaitingConsent';
  return (
    <Screen
      title={moved ? changes.moveDone : awaiting ? changes.awaitingTitle : booking.doneTitle}
      onBack={() => openTab('home')}
      footer={
        <>
          {awaiting ? <AwaitingAction appointment={appointment} /> : null}
          <Button
            id="home"
            look={awaiting ? 'line' : 'main'}
            label={booking.home}
            onTap={() => openTab('home')}
          />
          {appointment && !awaiting ? (
            <Button
              id="change"
              look="quiet"
              label={booking.cancelOrChange}
              onTap={() => openVisit(appointment)}
            />
          ) : null}
        </>
      }
    >
      <View className={`done__sign${awaiting ? ' done__sign--awaiting' : ''}`}>
        <Icon name={awaiting ? 'hourglass' : 'check'} size="large" />
      </View>
      <Loaded query={query}>
        {() =>
          appointment ? (
            <>
              {awaiting ? <Awaiting appointment={appointment} /> : null}
              <AppointmentFacts appointment={appointment} />
              <AskPush templates={afterBooking} />
              {awaiting ? (
                <QuietWay
                  id="change"
                  icon="calendar-clock"
                  title={booking.cancelOrChange}
                  onTap={() => openVisit(appointment)}
                />
              ) : null}
            </>
          ) : null
        }
      </Loaded>
    </Screen>
  );
}
