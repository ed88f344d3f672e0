import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Away, RosterEntry } from '@contract/family';
import { placeOfRoster } from '@rules/posts';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { useRosterPost } from '@/session/roster-post';
import { open } from '@/session/routes';
import { usePerson } from '@/session/use-person';
import { roster } from '@/wording/roster';
import { staff } from '@/wording/staff';
import '../brings';
import { PlaceChoice } from '../parts/place-choice';
import { ChildCard } from './child-card';

/** More children than this are searched rather than read. */
const searchFrom = 20;

/** The children of a school or a township, and whether their parents are at home. */
export default function RosterPage() {
  const { post, posts } = useRosterPost(usePerson().person);
  const place = post && placeOfRoster(post);
  return (
    <Screen
      title={roster.title}
      footer={
        <Button
          id="proxy"
          look="soft"
          icon="plus"
          label={roster.proxy}
          onTap={() => open('proxyChild')}
        />
      }
    >
      <Heading
        title={post?.role === 'director' ? roster.headings.director : roster.headings.teacher}
        hint={roster.hint}
      />
      {post ? <PlaceChoice posts={posts} post={post} /> : null}
      <Children key={place} place={place} />
    </Screen>
  );
}

function Children({ place }: { place: string | undefined }) {
  const now = useServerNow();
  const query = useQuery('family.listRoster', { place });
  const first = query.data && { rows: query.data.children, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('family.listRoster', { cursor, place });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.children, next: answer.data.next } };
  });
  const [opened, setOpened] = useState<string>();
  const [sought, setSought] = useState('');
  /** What was said on this page; the list would have to be read again to know it. */
  const [said, setSaid] = useState<Record<string, Away>>({});

  const [taken, setTaken] = useState<Record<string, number>>({});

  const isShown = ({ nickname, schoolName }: RosterEntry) =>
    `${nickname} ${schoolName ?? ''}`.includes(sought.trim());

  if (query.error?.code === 'FORBIDDEN' || query.error?.code === 'NOT_SIGNED_IN') {
    return <Notice icon="lock" title={roster.notStaff} hint={roster.notStaffHint} />;
  }
  return (
    <Loaded query={query} skeleton={5}>
      {() => {
        if (more.rows.length === 0) {
          return <Notice icon="users" title={roster.none} hint={roster.noneHint} />;
        }
        const shown = more.rows.filter(isShown);
        return (
          <>
            {more.rows.length >= searchFrom ? (
              <Field
                id="search"
                label={roster.search}
                value={sought}
                placeholder={roster.search}
                maxLength={20}
                onChange={setSought}
              />
            ) : null}
            {shown.map((child) => (
              <ChildCard
                key={child.id}
                child={withTaken(child, taken[child.id])}
                away={said[child.id] ?? child.away}
                now={now}
                opened={opened === child.id}
                onToggle={() => setOpened(opened === child.id ? undefined : child.id)}
                onTaken={() => setTaken({ ...taken, [child.id]: now })}
                onSaid={(away) => {
                  setSaid({ ...said, [child.id]: away });
                  setOpened(undefined);
                }}
              />
            ))}
            {shown.length === 0 && more.next === undefined ? (
              <View className="t-quiet">{staff.notFound}</View>
            ) : null}
            <MoreButton more={more} />
          </>
        );
      }}
    </Loaded>
  );
}

/** A child that was taken over on this page, at that moment. */
function withTaken(child: RosterEntry, handedOverAt: number | undefined): RosterEntry {
  if (handedOverAt === undefined) return child;
  return { ...child, byProxy: true, waiting: false, handedOverAt };
}
