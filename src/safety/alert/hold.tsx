import { View } from '@tarojs/components';
import { useState } from 'react';
import { limits } from '@contract/limits';
import type { Alert } from '@contract/safety';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Line } from '@/components/notice';
import { TextArea } from '@/components/text-area';
import { safety } from '@/wording/safety';

interface Props {
  alert: Alert;
  onDone: () => void;
}

/** Kept for an authority; a second person says, with a reason, when that is over. */
export function Hold({ alert: { id, may }, onDone }: Props) {
  const [asking, setAsking] = useState(false);
  const [text, setText] = useState('');
  const { busy, failed, write } = useWrite();

  async function lift() {
    const answer = await write('safety.liftHold', { alertId: id, text: text.trim() });
    if (!answer.ok) return;
    setAsking(false);
    onDone();
  }
  return (
    <Card>
      <View className="stack">
        <Line icon="lock" text={safety.keptFor} />
        {!may.lift ? null : asking ? (
          <>
            <View className="t-small t-quiet">{safety.liftHint}</View>
            <TextArea
              id="lift-why"
              label={safety.liftWhy}
              placeholder={safety.liftWhy}
              value={text}
              maxLength={limits.alertTextCharacters}
              onChange={setText}
            />
            <View className="grid-2">
              <Button
                id="lift"
                look="line"
                label={safety.liftSave}
                busy={busy}
                disabled={text.trim() === ''}
                onTap={() => void lift()}
              />
              <Button id="no-lift" label={safety.liftNot} onTap={() => setAsking(false)} />
            </View>
            {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          </>
        ) : (
          <Button id="go-lift" look="quiet" label={safety.liftGo} onTap={() => setAsking(true)} />
        )}
      </View>
    </Card>
  );
}
