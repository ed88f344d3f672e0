import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { VisitCard } from '@/components/visit-card';
import { useBookingDraft } from '@/session/booking-draft';
import { open } from '@/session/routes';
import { booking } from '@/wording/booking';
import { waitlist } from '@/wording/waitlist';
import '../brings';
import './index.scss';

type When = 'upcoming' | 'past';
const tabs: { when: When; label: string }[] = [
  { when: 'upcoming', label: booking.upcoming },
  { when: 'past', label: booking.past },
];

/** What is coming, soonest first; what has been, latest first. */
export default function AppointmentsPage() {
  const [when, setWhen] = useState<When>('upcoming');
  const begin = useBookingDraft((draft) => draft.begin);
  return (
    <Screen
      title={booking.listTitle}
      footer={
        <Button
          id="book"
          icon="hand-heart"
          label={booking.title}
          onTap={() => {
            begin(undefined);
            open('bookingChild');
          }}
        />
      }
    >
      <View className="tabs" ariaRole="tablist">
        {tabs.map((tab) => (
          <View
            key={tab.when}
            id={`tab-${tab.when}`}
            className={`tabs__tab${tab.when === when ? ' tabs__tab--on' : ''}`}
            ariaRole="tab"
            ariaSelected={tab.when === when}
            onClick={() => setWhen(tab.when)}
          >
            {tab.label}
          </View>
        ))}
      </View>
      <List key={when} when={when} />
      <Choice id="waits" icon="hourglass" title={waitlist.listTitle} onTap={() => open('waits')} />
    </Screen>
  );
}

function List({ when }: { when: When }) {
  const now = useServerNow();
  const query = useQuery('booking.listAppointments', { when });
  const first = query.data && { rows: query.data.appointments, next: query.data.next };
  const more = useMore(first, query.savedAt, async (before: number) => {
    const answer = await call('booking.listAppointments', { when, before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.appointments, next: answer.data.next } };
  });

  return (
    <Loaded query={query}>
      {() =>
        more.rows.length === 0 ? (
          <None when={when} />
        ) : (
          <>
            {more.rows.map((visit) => (
              <VisitCard
                key={visit.id}
                visit={visit}
                now={now}
                withName
                onTap={() => open('appointment', { id: visit.id })}
              />
            ))}
            <MoreButton more={more} />
          </>
        )
      }
    </Loaded>
  );
}

function None({ when }: { when: When }) {
  if (when === 'past') return <Notice icon="calendar-check" title={booking.noPast} />;
  return <Notice icon="calendar-check" title={booking.noUpcoming} hint={booking.noUpcomingHint} />;
}
