import { useState } from 'react';
import { View } from '@tarojs/components';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Line } from '@/components/notice';
import { back } from '@/session/routes';
import { people } from '@/wording/people';

interface Props {
  schoolId: string;
  name: string;
  /** No child is in it; whether a teacher is, the answer says. */
  empty: boolean;
}

/** A school goes once nobody is in it any more. */
export function CloseSchool({ schoolId, name, empty }: Props) {
  const { busy, failed, write } = useWrite();
  const [asking, setAsking] = useState(false);
  async function close() {
    const answer = await write('people.closeSchool', { schoolId });
    if (answer.ok) back();
  }
  if (!empty) return null;
  if (!asking) {
    return <Button id="close" look="quiet" label={people.close} onTap={() => setAsking(true)} />;
  }
  return (
    <Card tone="coming">
      <View className="stack">
        <View className="t-strong">{people.closeAsk(name)}</View>
        <View className="t-small">{people.closeHint}</View>
        {failed ? <Line tone="alarm" icon="circle-alert" text={people.closeNo} /> : null}
        <Button
          id="close-yes"
          look="line"
          label={people.closeYes}
          busy={busy}
          onTap={() => void close()}
        />
        <Button id="close-no" look="soft" label={people.cancel} onTap={() => setAsking(false)} />
      </View>
    </Card>
  );
}
