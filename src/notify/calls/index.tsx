import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Call } from '@contract/push';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { PhoneLine } from '@/components/phone-line';
import { Screen } from '@/components/screen';
import { dotted } from '@/wording/common';
import { kinName } from '@/wording/names';
import { pushes as words } from '@/wording/pushes';
import { whenText } from '@/wording/when';
import '../brings';

/** Whom no message reaches and who must not miss it: a number to tap, and that it was done. */
export default function CallsPage() {
  const query = useQuery('notify.listCalls', {});
  const [done, setDone] = useState<string[]>([]);
  return (
    <Screen title={words.callsTitle}>
      <Heading title={words.callsHeading} hint={words.callsHint} />
      <Loaded query={query}>
        {({ calls }) => {
          const open = calls.filter(({ id }) => !done.includes(id));
          return open.length === 0 ? (
            <Notice icon="phone" title={words.callsNone} hint={words.callsNoneHint} />
          ) : (
            open.map((one) => (
              <CallCard key={one.id} call={one} onDone={() => setDone([...done, one.id])} />
            ))
          );
        }}
      </Loaded>
    </Screen>
  );
}

function CallCard({ call, onDone }: { call: Call; onDone: () => void }) {
  const now = useServerNow();
  const { busy, failed, write } = useWrite();
  const { id, kind, name, relation, phone, start, placeName = '' } = call;
  const about =
    kind === 'visit' ? words.callVisit(whenText(start ?? now, now), placeName) : words.callDuty;
  const who = dotted(name, relation ? kinName(relation) : '');
  return (
    <Card>
      <View className="stack">
        {phone ? (
          <PhoneLine line={{ id, number: phone, name: who, purpose: about, urgent: false }} />
        ) : (
          <>
            <View className="t-strong">{who}</View>
            <View>{about}</View>
            <Line icon="info" tone="quiet" text={words.noPhone} />
          </>
        )}
        {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
        <Button
          id={`done-${id}`}
          look="soft"
          icon="check"
          label={words.called}
          busy={busy}
          onTap={() =>
            void write('notify.markCalled', { id }).then((answer) => {
              if (answer.ok) onDone();
            })
          }
        />
      </View>
    </Card>
  );
}
