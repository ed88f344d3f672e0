import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { OutputOf } from '@contract';
import type { TimelineEntry } from '@contract/warmth';
import { dayOf } from '@rules/dates';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { WeekCard } from '@/components/week-card';
import { useBookingDraft } from '@/session/booking-draft';
import { openBooking } from '@/session/consents';
import { open } from '@/session/routes';
import { useSession } from '@/session/session';
import { useQueue } from '@/session/queue';
import { warm } from '@/wording/warm-pages';
import '../brings';
import { OfChild } from '../parts/of-child';
import { Unsent } from '../parts/unsent';
import { Weeks } from '../parts/weeks';
import { Entry } from './entry';

/** What happened between the child and those away: weeks in faces, then line by line. */
export default function TimelinePage() {
  return (
    <OfChild title={warm.timeline.title}>{(childId) => <Timeline childId={childId} />}</OfChild>
  );
}

const weeksShown = 3;

function Timeline({ childId }: { childId: string }) {
  const query = useQuery('family.listTimeline', { childId });
  const now = useServerNow();
  const role = useSession((session) => session.person.role);
  const first = query.data && { rows: query.data.entries, next: query.data.next };
  const more = useMore<TimelineEntry, number>(first, query.savedAt, async (before) => {
    const answer = await call('family.listTimeline', { childId, before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.entries, next: answer.data.next } };
  });
  const sent = useQueue((queue) => queue.sent.warm);
  const { reload } = query;
  useEffect(() => {
    if (sent > 0) reload();
  }, [sent, reload]);

  const note = (
    <Button
      id="go-note"
      icon="mic"
      label={warm.timeline.send}
      onTap={() => open('note', { childId })}
    />
  );
  const mood = (
    <Button
      id="go-mood"
      icon="smile"
      label={warm.timeline.mood}
      onTap={() => open('mood', { childId })}
    />
  );
  return (
    <Screen title={warm.timeline.title} footer={role === 'caregiver' ? mood : note}>
      <Loaded query={query}>
        {(data) => (
          <>
            <Heading title={warm.timeline.heading(data.nickname)} />
            <Card>
              <Weeks days={data.days} today={dayOf(now)} count={weeksShown} />
            </Card>
            {data.harder ? <Harder childId={childId} data={data} /> : null}
            <Unsent childId={childId} />
            <LastWeek childId={childId} weeks={data.weeks} />
            {more.rows.length === 0 && data.weeks.length === 0 ? (
              <Notice icon="smile" title={warm.timeline.empty} hint={warm.timeline.emptyHint} />
            ) : null}
            {more.rows.map((entry) => (
              <Entry
                key={entry.id}
                childId={childId}
                nickname={data.nickname}
                entry={entry}
                now={now}
              />
            ))}
            <MoreButton more={more} />
          </>
        )}
      </Loaded>
    </Screen>
  );
}

/** What school and home last said of a week, and the way to the weeks before. */
function LastWeek({
  childId,
  weeks: [newest],
}: {
  childId: string;
  weeks: OutputOf<'family.listTimeline'>['weeks'];
}) {
  if (!newest) return null;
  return (
    <>
      <WeekCard one={newest} />
      <Button
        id="go-weeks"
        look="quiet"
        icon="calendar-clock"
        label={warm.timeline.earlier}
        onTap={() => open('childWeek', { childId })}
      />
    </>
  );
}

/** Quietly, as an offer: what may help, and a person to talk to. */
function Harder({ childId, data }: { childId: string; data: OutputOf<'family.listTimeline'> }) {
  const role = useSession((session) => session.person.role);
  const begin = useBookingDraft((draft) => draft.begin);
  const guide = role === 'caregiver' ? 'c2-three-small-things' : 'm4-silent-child';
  return (
    <Card tone="coming">
      <View className="stack">
        <View className="t-heading">{warm.timeline.harder(data.nickname)}</View>
        <View>{warm.timeline.harderHint}</View>
        <Button
          id="harder-guide"
          look="line"
          icon="headphones"
          label={warm.timeline.harderGuide}
          onTap={() => open('guide', { id: guide })}
        />
        <Button
          id="harder-book"
          look="line"
          icon="hand-heart"
          label={warm.timeline.harderBook}
          onTap={() => {
            begin(childId);
            openBooking(childId);
          }}
        />
      </View>
    </Card>
  );
}
