import { useEffect, useState } from 'react';
import { placeOfRoster } from '@rules/posts';
import { rosterViews, type RosterView } from '@contract/director';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { useRosterPost } from '@/session/roster-post';
import { open } from '@/session/routes';
import { usePerson } from '@/session/use-person';
import { useQueue } from '@/session/queue';
import { director } from '@/wording/director';
import '../brings';
import { useUnsentVisits } from '../parts/unsent';
import { ChildList } from './child-list';

/** A child director's day: whom to see, whose status to confirm, for whom one acts. */
export default function DirectorDeskPage() {
  const { person } = usePerson();
  const { post } = useRosterPost(person);
  const place = post?.role === 'director' ? placeOfRoster(post) : undefined;
  const [view, setView] = useState<RosterView>('due');
  const desk = useQuery('director.showDesk', { place });
  const unsent = useUnsentVisits();
  const sent = useQueue((queue) => queue.sent.visit);
  const { reload } = desk;
  useEffect(() => {
    if (sent > 0) reload();
  }, [sent, reload]);

  const shut = desk.error?.code === 'FORBIDDEN' || desk.error?.code === 'NOT_SIGNED_IN';
  const counts: Record<RosterView, number | undefined> = {
    due: desk.data?.due,
    unconfirmed: desk.data?.unconfirmed,
    proxy: desk.data?.families,
  };
  return (
    <Screen
      title={director.title}
      footer={
        shut ? undefined : (
          <Button
            id="proxy"
            look="soft"
            icon="plus"
            label={director.proxy}
            onTap={() => open('proxyChild')}
          />
        )
      }
    >
      {shut ? (
        <Notice icon="lock" title={director.notDirector} hint={director.notDirectorHint} />
      ) : (
        <>
          <Heading
            title={desk.data ? director.heading(desk.data.due) : director.title}
            hint={director.headingHint}
          />
          {unsent.length > 0 ? <Line icon="send" text={director.unsent(unsent.length)} /> : null}
          <Segments
            id="view"
            label={director.viewLabel}
            value={view}
            choices={rosterViews.map((one) => ({
              value: one,
              text: director.counted(director.views[one], counts[one]),
            }))}
            onChange={setView}
          />
          <ChildList key={`${view}-${place ?? ''}`} view={view} place={place} sent={sent} />
        </>
      )}
    </Screen>
  );
}
