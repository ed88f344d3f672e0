import { View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import type { Message } from '@contract/school';
import { IdSchema } from '@contract/shapes';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Loaded } from '@/components/loaded';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { usePageQuery } from '@/session/use-page-query';
import { memberName, thread } from '@/wording/thread';
import { savedText } from '@/wording/when';
import '../brings';

const QuerySchema = v.object({ id: IdSchema });

/** Words are sealed in the database, so they are looked for here, page by page. */
export default function ThreadSearchPage() {
  const threadId = usePageQuery(QuerySchema)?.id;
  const [wanted, setWanted] = useState('');
  const query = useQuery('school.getThread', threadId ? { threadId } : null);
  const first = query.data && { rows: query.data.messages, next: query.data.next };
  const more = useMore<Message, number>(first, query.savedAt, async (before) => {
    const answer = await call('school.getThread', { threadId: threadId ?? '', before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.messages, next: answer.data.next } };
  });
  const now = useServerNow();
  const word = wanted.trim();
  const found = word === '' ? [] : more.rows.filter(({ text }) => text?.includes(word));
  return (
    <Screen title={thread.search}>
      <Field
        id="word"
        label={thread.searchPlaceholder}
        placeholder={thread.searchPlaceholder}
        maxLength={20}
        value={wanted}
        onChange={setWanted}
      />
      <Line tone="quiet" icon="info" text={thread.searchHint} />
      <Loaded query={query}>
        {() => (
          <>
            {found.map((message) => (
              <Card key={message.seq}>
                <View className="t-small t-quiet">
                  {`${memberName(message.from)} · ${savedText(message.at, now)}`}
                </View>
                <View>{message.text}</View>
              </Card>
            ))}
            {word !== '' && found.length === 0 ? (
              <Line icon="search" text={thread.searchNone} />
            ) : null}
            {more.next === undefined ? null : (
              <Button
                id="more"
                look="soft"
                busy={more.state === 'busy'}
                label={thread.searchMore}
                onTap={more.read}
              />
            )}
          </>
        )}
      </Loaded>
    </Screen>
  );
}
