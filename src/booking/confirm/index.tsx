import { View } from '@tarojs/components';
import { useServerNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Steps } from '@/components/steps';
import { back, open, openTab } from '@/session/routes';
import { useSession } from '@/session/session';
import { aboutText, booking } from '@/wording/booking';
import { changes } from '@/wording/changes';
import { dotted } from '@/wording/common';
import { placeNames, travelText } from '@/wording/names';
import { clockTime, dayLine, dayName, minutesLeft } from '@/wording/when';
import { dayOf } from '@rules/dates';
import '../brings';
import { useDraftChild } from '../parts/use-draft-child';
import { useConfirm } from './use-confirm';

/** One plain summary, and one button. */
export default function ConfirmPage() {
  const { draft, busy, problem, confirm, askConsent, dropVoice } = useConfirm();
  const { child, names } = useDraftChild();
  const phoneEnding = useSession((session) => session.person.phoneEnding);
  const isAway = useSession((session) => session.person.role === 'parent');
  const now = useServerNow();

  const { slot, hold } = draft;
  if (!slot) {
    return (
      <Screen
        title={booking.title}
        footer={<Button id="home" label={booking.home} onTap={() => openTab('home')} />}
      >
        <Notice icon="calendar-x" title={booking.heldGone} />
      </Screen>
    );
  }
  const called = slot.kind === 'phone' || slot.kind === 'home';
  const place = called ? placeNames[slot.kind] : slot.placeName;
  const day = dayOf(slot.start);
  const time = clockTime(slot.start);
  const summary = [
    `${dayName(day, dayOf(now))}${time}`,
    place,
    slot.counsellorName,
    slot.cost,
  ].join('，');
  const needsPhone = called && !phoneEnding;
  const awaits = child?.consents.some(
    ({ purpose, state }) => purpose === 'booking' && state === 'pending',
  );
  const gone = problem?.kind === 'gone' || (busy === 'no' && (!hold || hold.until <= now));

  return (
    <Screen
      title={booking.title}
      footer={
        gone ? (
          <Button id="change-time" label={booking.changeTime} onTap={back} />
        ) : needsPhone ? (
          <Button
            id="leave-phone"
            icon="phone"
            label={booking.phoneNeeded}
            onTap={() => open('myPhone')}
          />
        ) : (
          <Button
            id="confirm"
            label={busy === 'voice' ? booking.uploading : booking.confirm}
            busy={busy !== 'no'}
            onTap={confirm}
          />
        )
      }
    >
      <Steps done={4} total={4} />
      <Heading title={booking.confirmTitle} spoken={booking.confirmSpoken(summary)} />
      <Card>
        <View className="stack">
          <View>
            <View className="t-small t-quiet">{dayLine(day, dayOf(now))}</View>
            <View className="t-title">{time}</View>
          </View>
          <Fact icon={slot.kind === 'phone' ? 'phone-call' : 'map-pin'}>
            {dotted(place, travelText(slot.travel))}
          </Fact>
          <Fact icon="user">
            {slot.counsellorName}，会说{slot.languages.join('、')}
          </Fact>
          <Fact icon="users">
            {slot.kind === 'phone' ? booking.whoPhone(names) : booking.whoWith(names, isAway)}
          </Fact>
          {slot.seatsFree === undefined ? null : <Fact icon="users">{changes.group}</Fact>}
          <Fact icon="message-circle">{aboutText(draft.worries, draft.recording?.seconds)}</Fact>
          <Fact icon="wallet">{slot.cost}</Fact>
        </View>
      </Card>
      {called && phoneEnding ? (
        <Choice
          id="my-phone"
          icon="phone"
          title={booking.phoneLabel}
          value={booking.phoneEnding(phoneEnding)}
          onTap={() => open('myPhone')}
        />
      ) : null}
      {needsPhone ? <Line icon="phone" text={booking.phoneNeededHint} /> : null}
      {gone ? (
        <Line
          tone="alarm"
          icon="clock"
          text={problem?.kind === 'gone' ? problem.message : booking.heldGone}
        />
      ) : null}
      {problem?.kind === 'again' ? (
        <Line tone="alarm" icon="circle-alert" text={problem.message} />
      ) : null}
      {problem?.kind === 'consent' ? (
        <>
          <Line icon="info" text={problem.message} />
          <Button id="see-consent" look="soft" label={booking.seeConsent} onTap={askConsent} />
        </>
      ) : null}
      {problem?.kind === 'voice' ? (
        <>
          <Line tone="alarm" icon="circle-alert" text={booking.voiceFailed} />
          <Button id="without-voice" look="soft" label={booking.withoutVoice} onTap={dropVoice} />
        </>
      ) : null}
      {!gone && hold ? (
        <Line icon="clock" text={booking.held(time, minutesLeft(hold.until, now))} />
      ) : null}
      {awaits ? <Line icon="hourglass" text={booking.awaitsParents} /> : null}
      <Line tone="quiet" icon="shield-check" text={booking.privacy} />
    </Screen>
  );
}
