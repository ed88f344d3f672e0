import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { limits } from '@contract/limits';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { BigAction } from '@/components/big-action';
import { Chip } from '@/components/chip';
import { open } from '@/session/routes';
import { threads as words, lastText } from '@/wording/threads';
import { savedText } from '@/wording/when';

const lookAgainMs = 10_000;

/** With whom one talks about each child. One cheap question says when to read the list anew. */
export function Threads() {
  const now = useServerNow();
  const { data, reload } = useQuery('school.listThreads', {});
  const changes = useQuery('school.listChanges', { known: {} }, { everyMs: lookAgainMs });
  const stamps = changes.data?.changed.map(({ stamp }) => stamp).join();
  useEffect(() => {
    if (stamps !== undefined) reload();
  }, [stamps, reload]);
  if (!data || data.threads.length === 0) return null;
  return (
    <View className="stack">
      <View className="t-heading">{words.heading}</View>
      {data.threads.map(({ id, kind, nickname, unread, last }) => (
        <BigAction
          key={id}
          id={`thread-${id}`}
          icon={kind === 'school' ? 'school' : 'hand-heart'}
          tone="people"
          title={kind === 'school' ? words.school(nickname) : words.counsellor(nickname)}
          hint={last ? `${lastText(last)} · ${savedText(last.at, now)}` : words.none}
          end={
            unread > 0 ? (
              <Chip tone="coming" text={words.fresh(unread, unread >= limits.tailPerLine)} />
            ) : null
          }
          onTap={() => open('thread', { id })}
        />
      ))}
    </View>
  );
}
