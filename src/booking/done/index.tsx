import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { Screen } from '@/components/screen';
import { open, openTab } from '@/session/routes';
import { booking } from '@/wording/booking';
import { AppointmentFacts } from '../parts/appointment-facts';
import { useAppointment } from '../parts/use-appointment';
import './index.scss';

/** It is settled: when, where, what to bring, what will happen. */
export default function DonePage() {
  const { query, appointment } = useAppointment();
  return (
    <Screen
      title={booking.doneTitle}
      onBack={() => openTab('home')}
      footer={
        <>
          <Button id="home" label={booking.home} onTap={() => openTab('home')} />
          {appointment ? (
            <Button
              id="change"
              look="quiet"
              label={booking.cancelOrChange}
              onTap={() =>
                open('appointment', { id: appointment.id, start: String(appointment.start) })
              }
            />
          ) : null}
        </>
      }
    >
      <View className="done__tick">
        <Icon name="check" size="large" />
      </View>
      <Loaded query={query}>
        {() => (appointment ? <AppointmentFacts appointment={appointment} /> : null)}
      </Loaded>
    </Screen>
  );
}
