import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { Notice } from '@contract/notify';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Notice as Empty } from '@/components/notice';
import { useSession } from '@/session/session';
import { inbox } from '@/wording/inbox';
import { NoticeCard } from './notice-card';

interface Props {
  /** The page says already that what it shows is from the last time. */
  saidOld: boolean;
}

/** What the caller was told. Having seen it here is having read it. */
export function Inbox({ saidOld }: Props) {
  const query = useQuery('notify.listInbox', {});
  const now = useServerNow();
  const first = query.data && { rows: query.data.notices, next: query.data.next };
  const more = useMore<Notice, number>(first, query.savedAt, async (before) => {
    const answer = await call('notify.listInbox', { before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.notices, next: answer.data.next } };
  });
  const fresh = !query.loading && query.error === undefined;
  const unread = query.data?.notices.some((notice) => notice.unread) ?? false;
  useEffect(() => {
    if (fresh && unread) void markRead();
  }, [fresh, unread, query.savedAt]);

  return (
    <Loaded query={saidOld && query.data ? { ...query, error: undefined } : query}>
      {() =>
        more.rows.length === 0 ? (
          <Empty icon="inbox" title={inbox.empty} hint={inbox.emptyHint} />
        ) : (
          <View className="stack">
            {more.rows.map((notice) => (
              <NoticeCard key={notice.id} notice={notice} now={now} />
            ))}
            <MoreButton more={more} />
          </View>
        )
      }
    </Loaded>
  );
}

async function markRead() {
  const answer = await call('notify.markInboxRead', {});
  if (!answer.ok) return;
  const { person, learn } = useSession.getState();
  learn({ ...person, unread: answer.data.unread });
}
