import { View } from '@tarojs/components';
import type { SentAnnouncement } from '@contract/announcements';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { announcement as words, scopeText } from '@/wording/announcement';
import { savedText, whenText } from '@/wording/when';
import '../brings';
import '../parts/announcement.scss';

/** What was announced to the same families, and the way to a new one. */
export default function SentPage() {
  const now = useServerNow();
  const query = useQuery('school.listSentAnnouncements', {});
  const first = query.data && { rows: query.data.announcements, next: query.data.next };
  const more = useMore(first, query.savedAt, async (before: number) => {
    const answer = await call('school.listSentAnnouncements', { before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.announcements, next: answer.data.next } };
  });
  return (
    <Screen
      title={words.sentTitle}
      footer={
        query.data ? (
          <Button id="write" icon="pencil" label={words.write} onTap={() => open('announce')} />
        ) : undefined
      }
    >
      <Heading title={words.sentHeading} />
      <Loaded query={query}>
        {() =>
          more.rows.length === 0 ? (
            <Notice icon="send" title={words.sentNone} hint={words.sentNoneHint} />
          ) : (
            <>
              {more.rows.map((one) => (
                <Sent key={one.id} one={one} now={now} />
              ))}
              <MoreButton more={more} />
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}

function Sent({ one, now }: { one: SentAnnouncement; now: number }) {
  const text = one.text ?? (one.withdrawn ? words.withdrawn : words.heldText);
  const state = one.held
    ? one.mine
      ? words.held
      : words.heldByOther
    : one.at > now
      ? words.scheduled(whenText(one.at, now))
      : savedText(one.at, now);
  const from = words.from(one.from, scopeText(one.scope, one.className));
  return (
    <Card
      id={`sent-${one.id}`}
      label={[text, from, state].join('，')}
      onTap={() => open('announcementFigures', { id: one.id })}
    >
      <View className="row">
        <View className="grow stack stack--tight">
          <View className="announcement-text">{text}</View>
          <View className="t-small t-quiet t-parts">{`${from} · ${state}`}</View>
        </View>
        <Icon name="chevron-right" />
      </View>
    </Card>
  );
}
