import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Hotline } from '@contract/directory';
import type { LineFault } from '@contract/safeguarding-for-all';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { PhoneLine } from '@/components/phone-line';
import { lineFault } from '@/wording/line-fault';

const faults = ['wrongNumber', 'noAnswer'] as const;

/** A telephone line; whoever has just called it can say with one tap that it was wrong. */
export function CheckedLine({
  line,
}: {
  line: Omit<Hotline, 'hours'> & { hours?: string | undefined };
}) {
  const [state, setState] = useState<'idle' | 'called' | 'told'>('idle');
  const { busy, failed, write } = useWrite();
  async function tell(what: LineFault) {
    const answer = await write('safety.reportLine', { lineId: line.id, what });
    if (answer.ok) setState('told');
  }
  return (
    <>
      <PhoneLine line={line} onCalled={() => setState('called')} />
      {state === 'called' ? (
        <View className="grid-2">
          {faults.map((what) => (
            <Button
              key={what}
              id={`${what}-${line.id}`}
              look="line"
              label={lineFault[what]}
              busy={busy}
              onTap={() => void tell(what)}
            />
          ))}
        </View>
      ) : null}
      {state === 'told' ? <Line icon="check" text={lineFault.told} /> : null}
      {failed && state === 'called' ? <Line icon="wifi-off" text={lineFault.failed} /> : null}
    </>
  );
}
