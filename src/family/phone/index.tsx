import { useState } from 'react';
import * as v from 'valibot';
import { PhoneSchema } from '@contract/shapes';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { back } from '@/session/routes';
import { useSession } from '@/session/session';
import { family } from '@/wording/family';
import { me } from '@/wording/me';
import '../brings';

/** The number a counsellor calls. Digits only, on the large number pad. */
export default function PhonePage() {
  const { person, learn } = useSession();
  const [text, setText] = useState('');
  const [state, setState] = useState<{ busy: boolean; failed?: string }>({ busy: false });
  const phone = v.safeParse(PhoneSchema, text);

  async function save() {
    if (!phone.success) return;
    setState({ busy: true });
    const answer = await call('account.updateSettings', { phone: phone.output });
    if (answer.ok) {
      learn(answer.data);
      back();
    } else setState({ busy: false, failed: answer.error.message });
  }

  return (
    <Screen
      title={family.phoneTitle}
      footer={
        <Button
          id="save"
          label={family.phoneSave}
          busy={state.busy}
          disabled={!phone.success}
          onTap={() => void save()}
        />
      }
    >
      <Heading title={family.phoneHeading} hint={family.phoneHint} />
      <Card>
        <Field
          id="phone"
          label={family.phoneHeading}
          type="number"
          value={text}
          placeholder={family.phoneExample}
          maxLength={12}
          onChange={setText}
        />
      </Card>
      {text.length >= 11 && !phone.success ? (
        <Line tone="alarm" icon="circle-alert" text={family.phoneBad} />
      ) : null}
      {person.phoneEnding && text === '' ? (
        <Line
          tone="quiet"
          icon="phone"
          text={`${me.phone}：${me.phoneEnding(person.phoneEnding)}`}
        />
      ) : null}
      {state.failed ? <Line tone="alarm" icon="circle-alert" text={state.failed} /> : null}
    </Screen>
  );
}
