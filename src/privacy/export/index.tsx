import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Failure } from '@contract';
import { dayOf } from '@rules/dates';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Failed, Skeleton } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { sendFile } from '@/session/device';
import { privacy } from '@/wording/privacy';
import '../brings';
import { fileText } from './file-text';
import { Records } from './records';
import { useExport, type MyRecords } from './use-export';

/** Everything that is kept about me and my children: to read here, and as a file. */
export default function ExportPage() {
  const found = useExport();
  return (
    <Screen
      title={privacy.exportTitle}
      footer={found.state === 'done' ? <Save records={found.records} /> : undefined}
    >
      <Heading title={privacy.exportHeading} hint={privacy.exportHint} />
      {found.state === 'collecting' ? (
        <>
          <Line
            icon="clock"
            text={`${privacy.collecting}${found.done > 0 ? `，${privacy.collected(found.done)}` : ''}`}
          />
          <Skeleton count={4} />
        </>
      ) : null}
      {found.state === 'failed' ? <NotThere error={found.error} onRetry={found.again} /> : null}
      {found.state === 'done' ? <Records records={found.records} /> : null}
    </Screen>
  );
}

function Save({ records }: { records: MyRecords }) {
  const [state, setState] = useState<'idle' | 'busy' | 'saved' | 'failed'>('idle');
  async function save() {
    setState('busy');
    const name = privacy.fileName(dayOf(records.me.now));
    const sent = await sendFile(name, fileText(records));
    setState(sent ? 'saved' : 'failed');
  }
  return (
    <>
      {state === 'failed' ? (
        <Line tone="alarm" icon="circle-alert" text={privacy.saveFailed} />
      ) : (
        <View className="t-small t-quiet">
          {state === 'saved' ? privacy.saved : privacy.saveHint}
        </View>
      )}
      <Button
        id="save"
        icon="download"
        label={privacy.save}
        busy={state === 'busy'}
        onTap={() => void save()}
      />
    </>
  );
}

/** Without an account there is nothing to show, which is an answer too. */
function NotThere({ error, onRetry }: { error: Failure; onRetry: () => void }) {
  if (error.code !== 'NOT_SIGNED_IN') return <Failed error={error} onRetry={onRetry} />;
  return <Notice icon="user" title={privacy.noAccount} hint={privacy.noAccountHint} />;
}
