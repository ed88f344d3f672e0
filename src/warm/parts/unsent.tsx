import { errorMeanings } from '@contract/errors';
import { Card } from '@/components/card';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { useQueue, useUnsent } from '@/session/queue';
import { warm } from '@/wording/warm-pages';

/** What still lies on this phone, and what was refused and why. */
export function Unsent({ childId }: { childId: string }) {
  const entries = useUnsent(childId);
  const sending = useQueue((queue) => queue.sending);
  const remove = useQueue((queue) => queue.remove);
  const refused = entries.filter((entry) => entry.refused !== undefined);
  const waiting = entries.length > refused.length && !sending;
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
    </>
  );
}
