import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Overview } from '@contract/overview';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { sendFile } from '@/session/device';
import { figures } from '@/wording/figures';
import { sheetOf } from './sheet';

/** The page as a table to send on. */
export function Save({ overview }: { overview: Overview }) {
  const [state, setState] = useState<'idle' | 'busy' | 'saved' | 'failed'>('idle');
  async function save() {
    setState('busy');
    const sent = await sendFile(figures.fileName(overview.period ?? ''), sheetOf(overview));
    setState(sent ? 'saved' : 'failed');
  }
  return (
    <>
      {state === 'failed' ? (
        <Line tone="alarm" icon="circle-alert" text={figures.saveFailed} />
      ) : null}
      {state === 'saved' ? <View className="t-small t-quiet">{figures.saved}</View> : null}
      <Button
        id="save"
        icon="download"
        label={figures.save}
        busy={state === 'busy'}
        onTap={() => void save()}
      />
    </>
  );
}
