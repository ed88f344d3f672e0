import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { staffRoles } from '@contract/enums';
import type { StaffPost } from '@contract/invitation';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Line, Notice } from '@/components/notice';
import { dotted } from '@/wording/common';
import { staff } from '@/wording/staff';
import { fullDate } from '@/wording/when';
import { useTownshipNames } from '../parts/use-township-names';
import { WaitingFamilies } from './waiting-families';
import { postRole } from './post-role';

/** More people than this are searched rather than read. */
const searchFrom = 20;

interface Props {
  /** Posts that were ended on this page: the list may still have them. */
  ended: StaffPost[];
  onEnd: (post: StaffPost) => void;
}

export function People({ ended, onEnd }: Props) {
  const query = useQuery('account.listStaff', {});
  const first = query.data && { rows: query.data.posts, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('account.listStaff', { cursor });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.posts, next: answer.data.next } };
  });
  const [sought, setSought] = useState('');
  const nameOf = useTownshipNames(true);
  // Somebody who is sought may stand on a page that has not been read yet.
  const readOn = sought.trim() !== '' && more.next !== undefined && more.state === 'idle';
  const { read } = more;
  useEffect(() => {
    if (readOn) read();
  });

  const posts = more.rows.filter((post) => !ended.some(({ id }) => id === post.id));
  const placeOf = (post: StaffPost) =>
    [
      post.schoolName ?? (post.township ? nameOf(post.township) : ''),
      post.classes?.join('、') ?? '',
    ]
      .filter(Boolean)
      .join(' · ') || (post.role === 'admin' ? staff.wholeCounty : '');
  const shown = posts.filter((post) =>
    [post.name, placeOf(post), postRole(post)].join(' ').includes(sought.trim()),
  );
  const last = ended.at(-1);

  return (
    <>
      <Heading title={staff.staffHeading} hint={staff.staffHint} />
      {last ? <Line icon="check" text={staff.ended(last.name)} /> : null}
      <Loaded query={query} skeleton={4}>
        {({ waiting = [] }) => (
          <>
            {waiting.length > 0 ? <WaitingFamilies list={waiting} nameOf={nameOf} /> : null}
            {posts.length >= searchFrom || more.next !== undefined || sought ? (
              <Field
                id="search"
                label={staff.search}
                value={sought}
                placeholder={staff.search}
                maxLength={20}
                onChange={setSought}
              />
            ) : null}
            {staffRoles.map((role) => {
              const group = shown.filter((post) => post.role === role);
              if (group.length === 0) return null;
              return (
                <View key={role} className="stack">
                  <View className="row row--between">
                    <View className="t-heading" ariaRole="heading">
                      {staff.groups[role]}
                    </View>
                    <View className="t-small t-quiet">
                      {more.next === undefined ? staff.people(group.length) : ''}
                    </View>
                  </View>
                  {group.map((post) => (
                    <PostCard key={post.id} post={post} place={placeOf(post)} onEnd={onEnd} />
                  ))}
                </View>
              );
            })}
            {shown.length === 0 && sought && more.next === undefined ? (
              <Notice icon="search" title={staff.notFound} hint={staff.notFoundHint} />
            ) : null}
            {posts.length <= 1 && !sought ? (
              <Notice icon="users" title={staff.staffNone} hint={staff.staffNoneHint} />
            ) : null}
            <MoreButton more={more} />
          </>
        )}
      </Loaded>
    </>
  );
}

interface PostCardProps {
  post: StaffPost;
  place: string;
  onEnd: (post: StaffPost) => void;
}

function PostCard({ post, place, onEnd }: PostCardProps) {
  const since = staff.since(fullDate(post.since));
  const about = dotted(post.role === 'admin' ? postRole(post) : '', place);
  return (
    <Card
      id={`post-${post.id}`}
      {...(post.mine
        ? {}
        : {
            onTap: () => onEnd(post),
            label: [post.name, postRole(post), place, since].filter(Boolean).join('，'),
          })}
    >
      <View className="row">
        <View className="grow">
          <View className="row">
            <View className="t-strong">{post.name}</View>
            {post.mine ? <Chip tone="people" text={staff.mine} /> : null}
          </View>
          {about ? <View className="t-parts">{about}</View> : null}
          <View className="t-small t-quiet">{since}</View>
        </View>
        {post.mine ? null : <Icon name="chevron-right" />}
      </View>
    </Card>
  );
}
