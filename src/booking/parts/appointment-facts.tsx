import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Appointment } from '@contract/appointment';
import { dayOf, minuteMs } from '@rules/dates';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { Icon } from '@/components/icon';
import { Listen } from '@/components/listen';
import { Line } from '@/components/notice';
import { addToCalendar, openMap } from '@/session/device';
import { useSession } from '@/session/session';
import { aboutText, booking } from '@/wording/booking';
import { changes } from '@/wording/changes';
import { placeNames } from '@/wording/names';
import { namesOf } from '@/wording/waits';
import { clockTime, dayLine } from '@/wording/when';

/** When, with whom, where, what to bring, what will happen; into the calendar and onto the map. */
export function AppointmentFacts({ appointment }: { appointment: Appointment }) {
  const now = useServerNow();
  const [told, setTold] = useState<string>();
  const isAway = useSession((session) => session.person.role === 'parent');
  const { kind, state, start, end, placeName } = appointment;
  const called = kind === 'phone';
  // Nothing is to be brought any more.
  const over = state !== 'awaitingConsent' && state !== 'booked' && state !== 'arrived';
  const names = namesOf(appointment);
  const day = dayOf(start);

  async function remember() {
    const written = await addToCalendar({
      title: booking.calendarTitle,
      location: called ? placeNames.phone : placeName,
      start,
      end,
    });
    setTold(written ? booking.calendarDone : booking.calendarFailed);
  }

  async function showWay() {
    const answer = await call('directory.getService', { id: appointment.serviceId });
    if (!answer.ok) setTold(answer.error.message);
    else if (!(await openMap(answer.data))) setTold(booking.mapFailed);
  }

  const minutes = Math.round((end - start) / minuteMs);
  const what = called ? booking.whatPhone : booking.whatSpoken(minutes);
  return (
    <>
      <Card>
        <View className="stack">
          <View>
            <View className="t-small t-quiet">{dayLine(day, dayOf(now))}</View>
            <View className="t-title">{clockTime(start)}</View>
          </View>
          <Fact icon="user">
            {appointment.counsellorName}，会说{appointment.languages.join('、')}
          </Fact>
          <Fact icon={called ? 'phone-call' : 'map-pin'}>
            {called || kind === 'home' ? placeNames[kind] : placeName}
          </Fact>
          <Fact icon="users">
            {called ? booking.whoPhone(names) : booking.whoWith(names, isAway)}
          </Fact>
          {appointment.group ? <Fact icon="users">{changes.group}</Fact> : null}
          {appointment.joiners.length > 0 ? (
            <Fact icon="phone-call">{changes.joins(appointment.joiners)}</Fact>
          ) : null}
          {over ? null : <Fact icon="backpack">{appointment.bring}</Fact>}
          <Fact icon="message-circle">
            {aboutText(appointment.worries, appointment.voiceSeconds)}
          </Fact>
          {over ? null : <Fact icon="wallet">{appointment.cost}</Fact>}
        </View>
      </Card>
      {state === 'booked' ? (
        <>
          <Card tone="coming">
            <View className="row">
              <Icon name="headphones" />
              <View className="t-strong grow">{booking.what}</View>
              <Listen id="listen-what" text={what} />
            </View>
            <View className="t-small">{what}</View>
          </Card>
          <View className="grid-2">
            <Button
              id="calendar"
              look="soft"
              icon="calendar-plus"
              label={booking.calendar}
              onTap={() => void remember()}
            />
            {called || kind === 'home' ? null : (
              <Button
                id="map"
                look="soft"
                icon="map"
                label={booking.map}
                onTap={() => void showWay()}
              />
            )}
          </View>
          {told ? <Line icon="info" text={told} /> : null}
        </>
      ) : null}
    </>
  );
}
