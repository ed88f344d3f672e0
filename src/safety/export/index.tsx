import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { limits } from '@contract/limits';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { TextArea } from '@/components/text-area';
import { safety } from '@/wording/safety';
import '../brings';
import { ForStaff } from '../parts/for-staff';
import { useAlert } from '../parts/use-alert';
import './index.scss';

/** A copy for an authority that asks: who gave it and why is written down first. */
export default function ExportPage() {
  const { id, query } = useAlert();
  const [purpose, setPurpose] = useState('');
  const [made, setMade] = useState<string>();
  const [copied, setCopied] = useState(false);
  const { busy, failed, write } = useWrite();

  async function make() {
    const answer = await write('safety.exportAlert', { alertId: id, purpose: purpose.trim() });
    if (answer.ok) setMade(answer.data.text);
  }
  async function copy(text: string) {
    const done = await Taro.setClipboardData({ data: text }).then(
      () => true,
      () => false,
    );
    setCopied(done);
  }
  return (
    <Screen
      title={safety.exportTitle}
      footer={
        made !== undefined ? (
          <Button
            id="copy"
            icon="copy"
            label={copied ? safety.exportCopied : safety.exportCopy}
            onTap={() => void copy(made)}
          />
        ) : query.data?.alert.may.export ? (
          <Button
            id="make"
            icon="file-text"
            label={safety.exportMake}
            busy={busy}
            disabled={purpose.trim() === ''}
            onTap={() => void make()}
          />
        ) : undefined
      }
    >
      <ForStaff query={query} skeleton={2}>
        {() => (
          <>
            <Heading title={safety.exportHeading} hint={safety.exportHint} />
            {made === undefined ? (
              <Card>
                <TextArea
                  id="purpose"
                  label={safety.exportPurpose}
                  placeholder={safety.exportPurpose}
                  value={purpose}
                  maxLength={limits.alertTextCharacters}
                  onChange={setPurpose}
                />
              </Card>
            ) : (
              <Card>
                <View className="export-text">{made}</View>
              </Card>
            )}
            {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          </>
        )}
      </ForStaff>
    </Screen>
  );
}
