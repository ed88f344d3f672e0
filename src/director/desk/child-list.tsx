import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { CareEntry, RosterView } from '@contract/director';
import { dayOf } from '@rules/dates';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Field } from '@/components/field';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Line, Notice } from '@/components/notice';
import { open } from '@/session/routes';
import { awayText } from '@/wording/away';
import { dayText, director } from '@/wording/director';
import { roster } from '@/wording/roster';
import { Due } from '../parts/due';

/** More children than this are searched rather than read. */
const searchFrom = 10;

interface Props {
  view: RosterView;
  place: string | undefined;
  /** Goes up when a note has got through: the list may stand otherwise then. */
  sent: number;
}

/** The children of one view, a page at a time; who is sought is looked for on this phone. */
export function ChildList({ view, place, sent }: Props) {
  const today = dayOf(useServerNow());
  const query = useQuery('director.listChildren', { view, place });
  const first = query.data && { rows: query.data.children, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('director.listChildren', { view, place, cursor });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.children, next: answer.data.next } };
  });
  const { reload } = query;
  useEffect(() => {
    if (sent > 0) reload();
  }, [sent, reload]);
  const [sought, setSought] = useState('');
  const text = sought.trim();
  // Whoever is sought may stand on a page that has not been read yet.
  const readOn = text !== '' && more.next !== undefined && more.state === 'idle';
  const { read } = more;
  useEffect(() => {
    if (readOn) read();
  });

  const shown = more.rows.filter(({ nickname, schoolName }) =>
    `${nickname} ${schoolName ?? ''}`.includes(text),
  );
  const [none, noneHint] = director.none[view];
  return (
    <Loaded query={query} skeleton={5}>
      {() =>
        more.rows.length === 0 ? (
          <Notice icon={view === 'due' ? 'users' : 'check'} title={none} hint={noneHint} />
        ) : (
          <>
            {more.rows.length >= searchFrom || more.next !== undefined ? (
              <Field
                id="search"
                label={director.search}
                value={sought}
                placeholder={director.search}
                maxLength={20}
                onChange={setSought}
              />
            ) : null}
            {shown.map((child) => (
              <ChildRow key={child.id} child={child} today={today} />
            ))}
            {text !== '' && more.next !== undefined && more.state !== 'failed' ? (
              <Line tone="quiet" icon="search" text={director.searching} />
            ) : null}
            {shown.length === 0 && more.next === undefined ? (
              <View className="t-quiet">{director.notFound}</View>
            ) : null}
            {text === '' || more.state === 'failed' ? <MoreButton more={more} /> : null}
          </>
        )
      }
    </Loaded>
  );
}

function ChildRow({ child, today }: { child: CareEntry; today: string }) {
  const { id, nickname, age, schoolName, away, visited } = child;
  const about = [roster.age(age), schoolName ?? roster.noSchool].join(' · ');
  const parents = away ? awayText(away) : roster.unknown;
  const last = visited ? director.visited(dayText(visited, today)) : director.neverVisited;
  return (
    <Card
      id={`child-${id}`}
      label={[nickname, about, parents, last].join('，')}
      onTap={() => open('directorChild', { childId: id })}
    >
      <View className="row">
        <View className="grow stack stack--tight">
          <View className="row row--wrap">
            <View className="t-strong">{nickname}</View>
            <View className="t-small t-quiet">{about}</View>
          </View>
          <View className="t-small">{[parents, last].join(' · ')}</View>
          <View className="row row--wrap">
            <Due child={child} today={today} />
            {child.byProxy ? <Chip tone="people" text={roster.byProxy} /> : null}
            {child.waiting ? <Chip tone="coming" text={roster.waitsForSomebody} /> : null}
          </View>
        </View>
        <Icon name="chevron-right" />
      </View>
    </Card>
  );
}
