import { View } from '@tarojs/components';
import { useState } from 'react';
import { errorMeanings, type ErrorCode } from '@contract/errors';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import { Line } from '@/components/notice';
import { useQueue, useWaiting, type ProxyEntry } from '@/session/queue';
import { birthText } from '@/wording/family';
import { roster } from '@/wording/roster';

interface Props {
  onPutRight: (entry: ProxyEntry) => void;
}

/** What was written down and is not with the server yet; what it refused, and why. */
export function Unsent({ onPutRight }: Props) {
  const entries = useWaiting('proxy');
  const sending = useQueue((queue) => queue.sending);
  const sent = useQueue((queue) => queue.sent.proxy);
  const problem = useQueue((queue) => queue.problems.proxy);
  const send = useQueue((queue) => queue.send);
  const waiting = entries.filter(({ refused }) => refused === undefined);
  const refused = entries.filter((entry) => entry.refused !== undefined);
  return (
    <>
      {sent > 0 ? <Line icon="check" text={roster.sentCount(sent)} /> : null}
      {waiting.length > 0 ? (
        <Card tone="coming">
          <View className="stack">
            <View className="row">
              <Icon name="send" />
              <View className="grow">
                <View className="t-strong">{roster.unsent(waiting.length)}</View>
                <View className="t-small">{roster.unsentHint}</View>
              </View>
            </View>
            {waiting.map(({ requestId, input }) => (
              <View key={requestId}>
                {input.nickname} · {birthText(input.birthYear, input.birthMonth)}
              </View>
            ))}
            {problem && !sending ? (
              <View className="t-small">
                {problem === 'OFFLINE' ? roster.offline : errorMeanings[problem].message}
              </View>
            ) : null}
            <Button
              id="send-now"
              look="line"
              icon="refresh-cw"
              label={sending ? roster.sending : roster.sendNow}
              busy={sending}
              onTap={() => void send()}
            />
          </View>
        </Card>
      ) : null}
      {refused.map((entry) => (
        <Refused key={entry.requestId} entry={entry} onPutRight={() => onPutRight(entry)} />
      ))}
    </>
  );
}

function reasonOf(code: ErrorCode): string {
  const reasons: Partial<Record<ErrorCode, string>> = roster.refusals;
  return reasons[code] ?? errorMeanings[code].message;
}

function Refused({ entry, onPutRight }: { entry: ProxyEntry; onPutRight: () => void }) {
  const remove = useQueue((queue) => queue.remove);
  const [asking, setAsking] = useState(false);
  const { requestId, input, refused } = entry;
  return (
    <Card>
      <View className="stack">
        <View className="row row--between">
          <View className="t-strong">{input.nickname}</View>
          <Chip tone="coming" text={roster.refused} />
        </View>
        <View>{refused ? reasonOf(refused) : ''}</View>
        {asking ? (
          <>
            <View className="t-strong">{roster.dropAsk(input.nickname)}</View>
            <View className="grid-2">
              <Button
                id="drop-no"
                look="soft"
                label={roster.dropNo}
                onTap={() => setAsking(false)}
              />
              <Button
                id="drop-yes"
                look="line"
                label={roster.dropYes}
                onTap={() => remove(requestId)}
              />
            </View>
          </>
        ) : (
          <View className="grid-2">
            <Button
              id="put-right"
              look="soft"
              icon="pencil"
              label={roster.putRight}
              onTap={onPutRight}
            />
            <Button
              id="drop"
              look="line"
              icon="x"
              label={roster.drop}
              onTap={() => setAsking(true)}
            />
          </View>
        )}
      </View>
    </Card>
  );
}
