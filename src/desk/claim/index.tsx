import { View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import { limits } from '@contract/limits';
import { nameOf } from '@contract/shapes';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { staff } from '@/wording/staff';
import '../brings';
import { Arrived } from '../parts/arrived';
import { useArrival } from '../parts/use-arrival';

const NameSchema = nameOf(limits.staffNameCharacters);

/** The first administrator of a county, with the set-up code of whoever installed the system. */
export default function ClaimPage() {
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [state, setState] = useState<{ busy: boolean; failed?: string; done?: boolean }>({
    busy: false,
  });
  const arrive = useArrival();
  const nameOk = v.is(NameSchema, name);

  async function claim() {
    setState({ busy: true });
    const answer = await call('account.claimSystem', { code: code.trim(), name: name.trim() });
    if (answer.ok) {
      arrive(answer.data);
      setState({ busy: false, done: true });
      return;
    }
    const wrong = answer.error.code === 'INVITATION_INVALID';
    setState({ busy: false, failed: wrong ? staff.claimWrong : answer.error.message });
  }

  if (state.done) {
    return <Arrived title={staff.claimTitle} name={name.trim()} role={staff.roleNames.admin} />;
  }
  return (
    <Screen
      title={staff.claimTitle}
      footer={
        <Button
          id="claim"
          icon="key-round"
          label={staff.claim}
          busy={state.busy}
          disabled={code.trim() === '' || !nameOk}
          onTap={() => void claim()}
        />
      }
    >
      <Heading title={staff.claimHeading} hint={staff.claimHint} />
      <Card>
        <View className="t-strong">{staff.claimCode}</View>
        <View className="t-small t-quiet">{staff.claimCodeHint}</View>
        <Field
          id="code"
          label={staff.claimCode}
          value={code}
          placeholder={staff.claimCodeExample}
          maxLength={200}
          onChange={setCode}
        />
      </Card>
      <Card>
        <View className="t-strong">{staff.claimName}</View>
        <Field
          id="name"
          label={staff.claimName}
          value={name}
          placeholder={staff.claimNameExample}
          maxLength={limits.staffNameCharacters * 2}
          onChange={setName}
        />
        {name !== '' && !nameOk ? (
          <Line tone="alarm" icon="circle-alert" text={staff.nameBad} />
        ) : null}
      </Card>
      {state.failed ? <Line tone="alarm" icon="circle-alert" text={state.failed} /> : null}
    </Screen>
  );
}
