import { View } from '@tarojs/components';
import { useState } from 'react';
import { limits } from '@contract/limits';
import { useServerNow } from '@/cloud/clock';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { TextArea } from '@/components/text-area';
import { back } from '@/session/routes';
import { dotted } from '@/wording/common';
import { safety, stepText } from '@/wording/safety';
import { savedText } from '@/wording/when';
import '../brings';
import { ForStaff } from '../parts/for-staff';
import { useAlert } from '../parts/use-alert';

/** A second person looks at what was done before an urgent one counts as finished. */
export default function ConfirmPage() {
  const { id, query } = useAlert();
  const now = useServerNow();
  const [text, setText] = useState('');
  const { busy, failed, write } = useWrite();

  async function decide(agree: boolean) {
    const words = text.trim();
    const input = { alertId: id, agree, ...(words !== '' && { text: words }) };
    const answer = await write('safety.confirmResolution', input);
    if (answer.ok) back();
  }
  return (
    <Screen
      title={safety.confirmTitle}
      footer={
        query.data?.alert.may.confirm ? (
          <>
            <Button
              id="agree"
              icon="circle-check"
              label={safety.agree}
              busy={busy}
              onTap={() => void decide(true)}
            />
            <Button
              id="disagree"
              look="line"
              label={safety.disagree}
              disabled={busy || text.trim() === ''}
              onTap={() => void decide(false)}
            />
          </>
        ) : undefined
      }
    >
      <ForStaff query={query} skeleton={3}>
        {({ alert }) => (
          <>
            <Heading title={safety.confirmHeading} hint={safety.confirmHint} />
            {alert.may.confirm ? null : <Line icon="hourglass" text={safety.confirmWait} />}
            {alert.history.map((step) => (
              <Card key={step.n}>
                <View>{stepText(step, now)}</View>
                <View className="t-small t-quiet">
                  {dotted(savedText(step.at, now), step.by?.name)}
                </View>
              </Card>
            ))}
            <Card>
              <TextArea
                id="disagree-why"
                label={safety.disagreeWhy}
                placeholder={safety.disagreeWhy}
                value={text}
                maxLength={limits.alertTextCharacters}
                onChange={setText}
              />
            </Card>
            {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          </>
        )}
      </ForStaff>
    </Screen>
  );
}
