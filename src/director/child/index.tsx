import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import type { CareEntry } from '@contract/director';
import type { Away } from '@contract/family';
import { IdSchema } from '@contract/shapes';
import { dayOf } from '@rules/dates';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { ToldHelp } from '@/components/first-help';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { useQueue } from '@/session/queue';
import { dotted } from '@/wording/common';
import { dayText, director } from '@/wording/director';
import { roster } from '@/wording/roster';
import '../brings';
import { Due } from '../parts/due';
import { knownChild } from '../parts/known-child';
import { Actions } from './actions';
import { Status } from './status';
import { Unsent, VisitCard } from './visits';

const QuerySchema = v.object({ childId: IdSchema });

/** One child for its director: what is due, what to do in a tap, and what was written down before. */
export default function DirectorChildPage() {
  const childId = usePageQuery(QuerySchema)?.childId;
  const now = useServerNow();
  const query = useQuery('director.listVisits', childId === undefined ? null : { childId });
  const sent = useQueue((queue) => queue.sent.visit);
  const { reload } = query;
  useEffect(() => {
    if (sent > 0) reload();
  }, [sent, reload]);
  const first = query.data && { rows: query.data.visits, next: query.data.next };
  const more = useMore(first, query.savedAt, async (before: number) => {
    const answer = await call('director.listVisits', { childId: childId ?? '', before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.visits, next: answer.data.next } };
  });
  /** What was said on this page; the answer would have to be read again to know it. */
  const [said, setSaid] = useState<Away>();
  const today = dayOf(now);
  return (
    <Screen
      title={director.childTitle}
      footer={
        childId !== undefined && (query.data ?? knownChild(childId)) ? (
          <Button
            id="note-visit"
            icon="notebook-pen"
            label={director.noteVisit}
            onTap={() => open('directorNote', { childId })}
          />
        ) : undefined
      }
    >
      {childId === undefined ? null : (
        <>
          <ToldHelp where={childId} />
          {/* Also where the rest cannot be opened for want of network. */}
          <Unsent childId={childId} today={today} />
        </>
      )}
      <Loaded query={query} skeleton={4}>
        {({ child }) => (
          <>
            <Heading title={child.nickname} hint={aboutOf(child)} />
            <Due child={child} today={today} />
            {child.visited ? (
              <View className="t-small">{director.visited(dayText(child.visited, today))}</View>
            ) : null}
            <Status child={child} away={said ?? child.away} onSaid={setSaid} />
            <Actions child={child} onTaken={query.reload} />
            <View className="t-heading">{director.visits}</View>
            {child.ownFamily ? <View className="t-small">{director.ownFamily}</View> : null}
            {more.rows.length === 0 ? (
              <View className="t-quiet">
                {director.noVisits}。{director.noVisitsHint}
              </View>
            ) : null}
            {more.rows.map((visit) => (
              <VisitCard key={visit.id} visit={visit} today={today} />
            ))}
            <MoreButton more={more} />
          </>
        )}
      </Loaded>
    </Screen>
  );
}

const aboutOf = ({ age, schoolName, className }: CareEntry) =>
  dotted(roster.age(age), schoolName ?? roster.noSchool, className);
