import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import { relations, type Relation } from '@contract/enums';
import type { AtHome } from '@contract/family';
import { PhoneSchema } from '@contract/shapes';
import { call } from '@/cloud/call';
import { newRequestId } from '@/cloud/request-id';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { PickedSchema, PickerCard } from '@/components/picker-card';
import { Screen } from '@/components/screen';
import { back } from '@/session/routes';
import { circle } from '@/wording/circle';
import { family } from '@/wording/family';
import { relationNames } from '@/wording/names';
import { roster } from '@/wording/roster';
import '../brings';
import { ChildPage } from '../parts/child-page';

/** Who looks after a child whose family has no telephone, and the number, put right. */
export default function AtHomePage() {
  return (
    <ChildPage
      title={circle.atHomeTitle}
      which={circle.whichChild}
      none={{ title: circle.noChildren, hint: circle.noChildrenHint }}
    >
      {(childId) => <AtHomeOf key={childId} childId={childId} />}
    </ChildPage>
  );
}

function AtHomeOf({ childId }: { childId: string }) {
  const query = useQuery('family.showCircle', { childId });
  const { data } = query;
  if (data?.atHome) {
    return <Form childId={childId} nickname={data.child.nickname} before={data.atHome} />;
  }
  return (
    <Screen title={circle.atHomeTitle}>
      <Loaded query={query}>
        {() => <Notice icon="house" title={circle.atHomeNone} hint={circle.atHomeNoneHint} />}
      </Loaded>
    </Screen>
  );
}

interface FormProps {
  childId: string;
  nickname: string;
  before: AtHome;
}

function Form({ childId, nickname, before }: FormProps) {
  const [caregiver, setCaregiver] = useState<Relation>(before.caregiver);
  const [phone, setPhone] = useState(before.phone ?? '');
  const [state, setState] = useState<{ busy: boolean; failed?: string }>({ busy: false });
  const [requestId, setRequestId] = useState(() => newRequestId());
  const phoneOk = phone === '' || v.is(PhoneSchema, phone);

  async function save() {
    setState({ busy: true });
    const input = { childId, caregiver, phone: phone === '' ? undefined : phone };
    const answer = await call('family.sayWhoIsAtHome', input, requestId);
    if (answer.ok) back();
    else setState({ busy: false, failed: answer.error.message });
  }

  return (
    <Screen
      title={circle.atHomeTitle}
      footer={
        <Button
          id="save"
          label={circle.atHomeSave}
          busy={state.busy}
          disabled={!phoneOk}
          onTap={() => void save()}
        />
      }
    >
      <Heading title={circle.atHomeHeading(nickname)} hint={circle.atHomeHint} />
      <Picker
        id="caregiver"
        ariaRole="button"
        ariaLabel={roster.caregiver}
        mode="selector"
        range={relations.map((relation) => relationNames[relation])}
        value={relations.indexOf(caregiver)}
        onChange={(event) => {
          const picked = v.safeParse(PickedSchema, event.detail);
          const chosen = picked.success ? relations[picked.output.value] : undefined;
          if (chosen) setCaregiver(chosen);
          setRequestId(newRequestId());
        }}
      >
        <PickerCard title={roster.caregiver} value={relationNames[caregiver]} />
      </Picker>
      <Card>
        <View className="t-strong">{circle.atHomePhone}</View>
        <Field
          id="phone"
          label={circle.atHomePhone}
          type="number"
          value={phone}
          placeholder={roster.phoneExample}
          maxLength={12}
          onChange={(text) => {
            setPhone(text);
            setRequestId(newRequestId());
          }}
        />
      </Card>
      {phone.length >= 11 && !phoneOk ? (
        <Line tone="alarm" icon="circle-alert" text={family.phoneBad} />
      ) : null}
      {state.failed ? <Line tone="alarm" icon="circle-alert" text={state.failed} /> : null}
    </Screen>
  );
}
