import { View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import type { Wait } from '@contract/wait';
import { IdSchema } from '@contract/shapes';
import { dayOf } from '@rules/dates';
import { readSaved } from '@/cloud/cache';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { endWith, open, openTab } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { booking } from '@/wording/booking';
import { dotted } from '@/wording/common';
import { placeNames, travelText } from '@/wording/names';
import { waitlist } from '@/wording/waitlist';
import { isOffered, namesOf } from '@/wording/waits';
import { clockTime, dayLine, whenText } from '@/wording/when';
import '../brings';
import { noteBooked } from '../parts/note-booked';

const QuerySchema = v.object({ id: IdSchema });

/** A place that is kept for them: what it is, until when, and what each answer brings. */
export default function OfferPage() {
  const asked = usePageQuery(QuerySchema);
  const query = useQuery('booking.listWaits', {});
  const writing = useWrite();
  const [declined, setDeclined] = useState(false);
  const now = useServerNow();
  const named = (list: Wait[] | undefined) => list?.find(({ id }) => id === asked?.id);
  // Without network the first screen may know it: it was opened from there.
  const wait = named(query.data?.waits) ?? named(readSaved('account.home', {})?.data.waits);
  const offered = wait && isOffered(wait, now) && !declined;

  async function answer(waitlistId: string, accept: boolean) {
    const done = await writing.write('booking.answerOffer', { waitlistId, accept });
    if (!done.ok) {
      if (done.error.code === 'PHONE_NEEDED') open('myPhone');
      else query.reload();
      return;
    }
    const { appointment } = done.data;
    if (!appointment) {
      setDeclined(true);
      return;
    }
    noteBooked(appointment);
    endWith('bookingDone', { id: appointment.id });
  }

  return (
    <Screen
      title={waitlist.offerTitle}
      footer={
        offered ? (
          <>
            <Button
              id="accept"
              label={waitlist.accept}
              busy={writing.busy}
              onTap={() => void answer(wait.id, true)}
            />
            <Button
              id="decline"
              look="line"
              disabled={writing.busy}
              label={waitlist.decline}
              onTap={() => void answer(wait.id, false)}
            />
          </>
        ) : (
          <>
            <Button id="home" label={booking.home} onTap={() => openTab('home')} />
            <Button
              id="see-waits"
              look="quiet"
              label={waitlist.seeWaits}
              onTap={() => open('waits')}
            />
          </>
        )
      }
    >
      <Loaded query={wait ? { ...query, data: { now, waits: [wait] } } : query}>
        {() =>
          offered ? (
            <Offer wait={wait} now={now} failed={writing.failed} />
          ) : declined ? (
            <Notice icon="hourglass" title={waitlist.declinedTitle} hint={waitlist.declinedHint} />
          ) : (
            <Notice icon="calendar-x" title={waitlist.offerGone} hint={waitlist.offerGoneHint} />
          )
        }
      </Loaded>
    </Screen>
  );
}

interface OfferProps {
  wait: Wait;
  now: number;
  failed: string | undefined;
}

function Offer({ wait, now, failed }: OfferProps) {
  if (!wait.offer) return null;
  const { slot, until } = wait.offer;
  const called = slot.kind === 'phone' || slot.kind === 'home';
  const place = called ? placeNames[slot.kind] : slot.placeName;
  const day = dayOf(slot.start);
  const summary = [whenText(slot.start, now), place, slot.counsellorName].join('，');
  return (
    <>
      <Heading
        title={waitlist.offerHeading}
        spoken={waitlist.offerSpoken(summary, whenText(until, now))}
      />
      <Card>
        <View className="stack">
          <View>
            <View className="t-small t-quiet">{dayLine(day, dayOf(now))}</View>
            <View className="t-title">{clockTime(slot.start)}</View>
          </View>
          <Fact icon="users">{namesOf(wait)}</Fact>
          <Fact icon={slot.kind === 'phone' ? 'phone-call' : 'map-pin'}>
            {dotted(place, travelText(slot.travel))}
          </Fact>
          <Fact icon="user">
            {slot.counsellorName}，会说{slot.languages.join('、')}
          </Fact>
          <Fact icon="wallet">{slot.cost}</Fact>
        </View>
      </Card>
      <Line icon="clock" text={waitlist.offerUntil(whenText(until, now))} />
      {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
      <Line tone="quiet" icon="check" text={waitlist.ifAccept} />
      <Line tone="quiet" icon="repeat" text={waitlist.ifDecline} />
    </>
  );
}
