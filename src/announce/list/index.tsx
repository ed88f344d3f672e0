import { View } from '@tarojs/components';
import type { FamilyAnnouncement } from '@contract/announcements';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Heading } from '@/components/heading';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { announcement as words, scopeText } from '@/wording/announcement';
import { savedText } from '@/wording/when';
import '../brings';
import '../parts/announcement.scss';
import { useReactions } from '../parts/use-reactions';

/** What class, school, township and county announced to this family, the newest first. */
export default function AnnouncementsPage() {
  const now = useServerNow();
  const query = useQuery('school.listAnnouncements', {});
  const first = query.data && { rows: query.data.announcements, next: query.data.next };
  const more = useMore(first, query.savedAt, async (before: number) => {
    const answer = await call('school.listAnnouncements', { before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.announcements, next: answer.data.next } };
  });
  return (
    <Screen title={words.title}>
      <Heading title={words.heading} />
      <Loaded query={query}>
        {() =>
          more.rows.length === 0 ? (
            <Notice icon="file-text" title={words.none} hint={words.noneHint} />
          ) : (
            <>
              {more.rows.map((one) => (
                <Line key={one.id} one={one} now={now} />
              ))}
              <MoreButton more={more} />
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}

function Line({ one, now }: { one: FamilyAnnouncement; now: number }) {
  const text = one.text ?? words.withdrawn;
  const from = words.from(one.from, scopeText(one.scope, one.className));
  const when = savedText(one.at, now);
  const { reactions } = useReactions(one);
  const open_ = !one.withdrawn && reactions.some(({ done, mine }) => !done && !mine);
  return (
    <Card
      id={`announcement-${one.id}`}
      label={[open_ ? words.toDo : '', text, from, when].filter(Boolean).join('，')}
      onTap={() => open('announcement', { id: one.id })}
    >
      <View className="row">
        <View className="grow stack stack--tight">
          <View className={`announcement-text${open_ ? ' t-strong' : ''}`}>{text}</View>
          <View className="t-small t-quiet t-parts">{`${from} · ${when}`}</View>
        </View>
        {open_ ? <Chip tone="coming" text={words.toDo} /> : <Icon name="chevron-right" />}
      </View>
    </Card>
  );
}
