import { View } from '@tarojs/components';
import { useState } from 'react';
import { changeReasons, type ChangeReason, type PlaceKind } from '@contract/enums';
import { dayOf } from '@rules/dates';
import { useServerNow } from '@/cloud/clock';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Icon } from '@/components/icon';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { useBookingDraft } from '@/session/booking-draft';
import { back, endWith, open, openTab } from '@/session/routes';
import { booking } from '@/wording/booking';
import { changes } from '@/wording/changes';
import { placeNames } from '@/wording/names';
import { clockTime, longDate, minutesLeft, whenText } from '@/wording/when';
import '../brings';
import { noteBooked } from '../parts/note-booked';
import { Pills } from '../parts/pills';
import './index.scss';

const reasons = changeReasons.map((value) => ({ value, label: changes.reasons[value] }));

/** How it was and how it will be, and one button: nothing has changed before it is tapped. */
export default function MovePage() {
  const { draft, finish } = useBookingDraft();
  const writing = useWrite();
  const [gone, setGone] = useState(false);
  const [reason, setReason] = useState<ChangeReason>();
  const now = useServerNow();
  const { moving, slot, hold } = draft;

  if (!moving || !slot) {
    return (
      <Screen
        title={changes.moveTitle}
        footer={<Button id="home" label={booking.home} onTap={() => openTab('home')} />}
      >
        <Notice icon="calendar-x" title={booking.heldGone} />
      </Screen>
    );
  }
  const lost = gone || (!writing.busy && (!hold || hold.until <= now));

  async function move(appointmentId: string, slotId: string) {
    const answer = await writing.write('booking.reschedule', { appointmentId, slotId, reason });
    if (!answer.ok) {
      const { code } = answer.error;
      if (code === 'PHONE_NEEDED') open('myPhone');
      setGone(code === 'HOLD_EXPIRED' || code === 'SLOT_TAKEN' || code === 'CHILD_BUSY');
      return;
    }
    noteBooked(answer.data);
    finish();
    endWith('bookingDone', { id: answer.data.id, moved: 'yes' });
  }

  const spoken = `${changes.moveFrom}${whenText(moving.start, now)}，${changes.moveTo}${whenText(slot.start, now)}。${changes.moveKept}`;
  return (
    <Screen
      title={changes.moveTitle}
      footer={
        lost ? (
          <Button id="change-time" label={booking.changeTime} onTap={back} />
        ) : (
          <Button
            id="move-yes"
            label={changes.moveYes}
            busy={writing.busy}
            onTap={() => void move(moving.id, slot.id)}
          />
        )
      }
    >
      <Heading title={changes.moveCheck} spoken={spoken} />
      <Side title={changes.moveFrom} visit={moving} />
      <View className="move__arrow">
        <Icon name="chevron-down" size="large" />
      </View>
      <Side title={changes.moveTo} visit={slot} isNew />
      {writing.failed && !lost ? (
        <Line tone="alarm" icon="circle-alert" text={writing.failed} />
      ) : null}
      {lost ? <Line tone="alarm" icon="clock" text={booking.heldGone} /> : null}
      {!lost && hold ? (
        <Line
          icon="clock"
          text={booking.held(clockTime(slot.start), minutesLeft(hold.until, now))}
        />
      ) : null}
      <Line tone="quiet" icon="info" text={changes.moveKept} />
      {lost ? null : (
        <Pills
          id="reason"
          title={changes.why}
          options={reasons}
          chosen={reason}
          onChoose={(value) => setReason(value === reason ? undefined : value)}
        />
      )}
    </Screen>
  );
}

interface SideProps {
  title: string;
  visit: { start: number; kind: PlaceKind; placeName: string; counsellorName: string };
  isNew?: boolean;
}

function Side({ title, visit, isNew = false }: SideProps) {
  const { start, kind, placeName, counsellorName } = visit;
  const place = kind === 'phone' || kind === 'home' ? placeNames[kind] : placeName;
  return (
    <Card tone={isNew ? 'soft' : 'plain'} selected={isNew}>
      <View className="t-small">{`${title} · ${longDate(dayOf(start))}`}</View>
      <View className="t-title">{clockTime(start)}</View>
      <View className="t-small">{`${counsellorName} · ${place}`}</View>
    </Card>
  );
}
