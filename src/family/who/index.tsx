import { View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import type { FamilyRole } from '@contract/enums';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Tile } from '@/components/tile';
import { TownshipPicker } from '@/components/township-picker';
import { open, openTab, replaceWith } from '@/session/routes';
import { useSession } from '@/session/session';
import { usePageQuery } from '@/session/use-page-query';
import { family } from '@/wording/family';
import '../brings';

const QuerySchema = v.object({ then: v.optional(v.picklist(['book', 'add'])) });

/** Choosing who one is, by picture and word; the only thing asked before booking. */
export default function WhoPage() {
  const then = usePageQuery(QuerySchema)?.then;
  const { learn, place } = useSession();
  const [role, setRole] = useState<FamilyRole>();
  const [township, setTownship] = useState(place);
  const [state, setState] = useState<{ busy: boolean; failed?: string }>({ busy: false });

  async function start() {
    if (!role || !township) return;
    setState({ busy: true });
    const answer = await call('account.signIn', { role, township });
    if (!answer.ok) {
      setState({ busy: false, failed: answer.error.message });
      return;
    }
    learn(answer.data);
    if (then === 'book' || then === 'add') replaceWith('addChild', then === 'book' ? { then } : {});
    else openTab('home');
  }

  return (
    <Screen
      title={family.whoTitle}
      footer={
        <Button
          id="start"
          label={family.start}
          busy={state.busy}
          disabled={!role || !township}
          onTap={() => void start()}
        />
      }
    >
      <Heading title={family.whoHeading} hint={family.whoHint} />
      <View className="grid-2" ariaRole="radiogroup">
        <Tile
          id="role-caregiver"
          kind="radio"
          icon="house"
          label={family.caregiver}
          hint={family.caregiverHint}
          selected={role === 'caregiver'}
          onTap={() => setRole('caregiver')}
        />
        <Tile
          id="role-parent"
          kind="radio"
          icon="building-2"
          label={family.parent}
          hint={family.parentHint}
          selected={role === 'parent'}
          onTap={() => setRole('parent')}
        />
      </View>
      <TownshipPicker
        id="township"
        title={family.townshipTitle}
        value={township}
        onChange={setTownship}
      />
      {state.failed ? <Line tone="alarm" icon="circle-alert" text={state.failed} /> : null}
      <Line tone="quiet" icon="shield-check" text={family.privacy} />
      <Line tone="quiet" icon="info" text={family.staff} />
      <Button
        id="claim"
        look="quiet"
        icon="key-round"
        label={family.claim}
        onTap={() => open('claim')}
      />
    </Screen>
  );
}
