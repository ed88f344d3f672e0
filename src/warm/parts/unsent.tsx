import { errorMeanings } from '@contract/errors';
import { Card } from '@/components/card';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { useQueue, useUnsent, type WarmEntry } from '@/session/queue';
import { warm } from '@/wording/warm-pages';

/** What still lies on this phone, and what was refused and why. */
export function Unsent({ childId }: { childId: string }) {
  const entries = useUnsent(childId);
  const sending = useQueue((queue) => queue.sending);
  const remove = useQueue((queue) => queue.remove);
  const refused = entries.filter((entry) => entry.refused !== undefined);
  const lost = entries.filter(({ refused: no, gone }) => no === undefined && gone);
  const waiting = entries.length > refused.length + lost.length && !sending;
  return (
    <>
      {waiting ? <Line icon="send" text={warm.unsent} /> : null}
      {refused.map(({ requestId, refused: code = 'INTERNAL' }) => (
        <Card key={requestId}>
          <Line
            tone="alarm"
            icon="circle-alert"
            text={`${warm.refused}${errorMeanings[code].message}`}
          />
          <Button
            id={`drop-${requestId}`}
            look="quiet"
            label={warm.refusedRemove}
            onTap={() => remove(requestId)}
          />
        </Card>
      ))}
      {lost.map((entry) => (
        <Lost key={entry.requestId} entry={entry} />
      ))}
    </>
  );
}

/** Its recording is gone; what was said beside it can still go. */
function Lost({ entry: { requestId, input } }: { entry: WarmEntry }) {
  const mend = useQueue((queue) => queue.mend);
  const remove = useQueue((queue) => queue.remove);
  const hasMore = 'words' in input || 'face' in input || 'picture' in input;
  return (
    <Card>
      <Line tone="alarm" icon="circle-alert" text={warm.gone} />
      {hasMore ? (
        <Button
          id={`without-${requestId}`}
          look="soft"
          label={warm.goneWithout}
          onTap={() => mend(requestId, { recording: undefined, fileId: undefined })}
        />
      ) : null}
      <Button
        id={`drop-${requestId}`}
        look="quiet"
        label={warm.goneDrop}
        onTap={() => remove(requestId)}
      />
    </Card>
  );
}
