import { useState } from 'react';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { recording } from '@/wording/recording';
import type { Which } from '../parts/takes';

/** Taking a recording back, asked once more: families hear it. */
export function Withdraw({ which, onDone }: { which: Which; onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const { busy, failed, write } = useWrite();

  async function withdraw() {
    const answer = await write('guides.withdrawRecording', which);
    if (!answer.ok) return;
    setAsking(false);
    onDone();
  }
  if (!asking) {
    return (
      <Button
        id="withdraw"
        look="quiet"
        icon="trash-2"
        label={recording.withdraw}
        onTap={() => setAsking(true)}
      />
    );
  }
  return (
    <>
      <Line icon="circle-alert" text={recording.withdrawAsk} />
      <Button
        id="withdraw-sure"
        look="alarm"
        label={recording.sure}
        busy={busy}
        onTap={() => void withdraw()}
      />
      <Button
        id="withdraw-not"
        look="line"
        label={recording.notNow}
        onTap={() => setAsking(false)}
      />
      {failed === undefined ? null : <Line tone="alarm" icon="circle-alert" text={failed} />}
    </>
  );
}
