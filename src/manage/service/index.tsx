import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '@contract';
import type { ServiceFields } from '@contract/manage';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { PhoneLine } from '@/components/phone-line';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { dotted } from '@/wording/common';
import { manage } from '@/wording/manage';
import { accessNames } from '@/wording/names';
import '../brings';
import { Checked } from '../parts/checked';
import { closingText } from '../parts/closing-text';
import { usePageId } from '../parts/find';
import { ForAdmin } from '../parts/for-admin';
import { History } from '../parts/history';
import { Preview } from '../parts/preview';
import { useTownships } from '../parts/use-townships';

type Shown = OutputOf<'directory.showRecord'>;

/** One place: is it still right, what do families see of it, who changed what. */
export default function ServicePage() {
  const id = usePageId();
  const query = useQuery('directory.showRecord', id ? { kind: 'service', id } : null);
  const [previewing, setPreviewing] = useState(false);
  const [done, setDone] = useState(false);
  const { busy, failed, write } = useWrite();

  async function verify() {
    if (id === undefined) return;
    const answer = await write('directory.verifyService', { id });
    if (!answer.ok) return;
    setDone(true);
    query.reload();
  }
  const record = query.data;
  if (previewing && id !== undefined && record?.service) {
    const { service, verifiedAt, demonstration } = record;
    return (
      <Preview
        {...{ id, verifiedAt, demonstration }}
        fields={service}
        onBack={() => setPreviewing(false)}
      />
    );
  }
  return (
    <Screen
      title={manage.recordTitle}
      footer={
        record ? (
          <>
            {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
            <Button
              id="verify"
              icon="check"
              label={done ? manage.verified : manage.verify}
              busy={busy}
              disabled={done}
              onTap={() => void verify()}
            />
          </>
        ) : undefined
      }
    >
      <ForAdmin query={query}>
        {(found) =>
          id !== undefined && found.service ? (
            <>
              <Head id={id} record={found} service={found.service} />
              <Ways id={id} service={found.service} onPreview={() => setPreviewing(true)} />
              <History kind="service" id={id} record={found} savedAt={query.savedAt} />
            </>
          ) : null
        }
      </ForAdmin>
    </Screen>
  );
}

function Head({ id, record, service }: { id: string; record: Shown; service: ServiceFields }) {
  const { nameOf } = useTownships();
  const { name, phone, ways, township, address } = service;
  const closing = closingText(service.closedOn, record.now);
  return (
    <>
      <Heading title={name} hint={dotted(nameOf(township), address)} />
      {closing ? <Line tone="alarm" icon="calendar-x" text={closing} /> : null}
      <Checked record={record} />
      {ways.includes('referral') ? (
        <Line tone="quiet" icon="navigation" text={manage.referrals} />
      ) : null}
      <Card>
        <View className="stack">
          <View className="t-small t-quiet">{ways.map((way) => accessNames[way]).join('、')}</View>
          {phone === undefined ? null : (
            <PhoneLine
              line={{ id, number: phone, name: manage.call, purpose: '', urgent: false }}
            />
          )}
        </View>
      </Card>
    </>
  );
}

function Ways({
  id,
  service,
  onPreview,
}: {
  id: string;
  service: ServiceFields;
  onPreview: () => void;
}) {
  return (
    <>
      <Choice
        id="edit"
        icon="pencil"
        title={manage.edit}
        onTap={() => open('recordEdit', { id })}
      />
      <Choice id="preview" icon="eye" title={manage.preview} onTap={onPreview} />
      <Choice
        id="close"
        icon="calendar-x"
        title={service.closedOn === undefined ? manage.close : manage.reopen}
        onTap={() => open('recordClose', { id })}
      />
    </>
  );
}
