import { View } from '@tarojs/components';
import { useState } from 'react';
import { holdCharacters, type LegalHold } from '@contract/reports';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { MoreButton } from '@/components/more';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { TextArea } from '@/components/text-area';
import { holds as words } from '@/wording/manage';
import { savedText } from '@/wording/when';
import '../brings';
import { Labelled } from '../parts/fields';
import { ForAdmin } from '../parts/for-admin';

/** Records that an authority wants kept: who set it and why; a second administrator lifts it. */
export default function HoldPage() {
  const query = useQuery('reports.listHolds', {});
  const [adding, setAdding] = useState(false);
  const first = query.data && { rows: query.data.holds, next: query.data.next };
  const more = useMore(first, query.savedAt, async (before: number) => {
    const answer = await call('reports.listHolds', { before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.holds, next: answer.data.next } };
  });
  if (adding) {
    return (
      <Adder
        onBack={() => setAdding(false)}
        onAdded={() => {
          setAdding(false);
          query.reload();
        }}
      />
    );
  }
  return (
    <Screen
      title={words.title}
      footer={
        query.data ? (
          <Button id="add-hold" icon="plus" label={words.add} onTap={() => setAdding(true)} />
        ) : undefined
      }
    >
      <ForAdmin query={query}>
        {({ now }) => (
          <>
            <Heading title={words.heading} hint={words.hint} />
            {more.rows.length === 0 ? (
              <Notice icon="inbox" title={words.none} hint={words.noneHint} />
            ) : (
              more.rows.map((hold) => (
                <HoldCard key={hold.id} hold={hold} now={now} onLifted={query.reload} />
              ))
            )}
            <MoreButton more={more} />
          </>
        )}
      </ForAdmin>
    </Screen>
  );
}

function HoldCard({ hold, now, onLifted }: { hold: LegalHold; now: number; onLifted: () => void }) {
  const { id, phoneEnding, children, reason, reference, setName, setAt, liftedAt, own } = hold;
  const [sure, setSure] = useState(false);
  const { busy, failed, write } = useWrite();

  async function lift() {
    const answer = await write('reports.liftHold', { id });
    if (answer.ok) onLifted();
  }
  return (
    <Card tone={liftedAt === undefined ? 'coming' : 'plain'}>
      <View className="stack">
        <View>
          <View className="t-strong">{words.whose(phoneEnding, children)}</View>
          <View>{reason}</View>
          <View className="t-small t-quiet">{words.letter(reference)}</View>
        </View>
        <View className="t-small t-quiet">
          {words.set(savedText(setAt, now), setName ?? words.somebody)}
        </View>
        {liftedAt === undefined ? null : (
          <Line
            tone="quiet"
            icon="check"
            text={words.lifted(savedText(liftedAt, now), hold.liftedName ?? words.somebody)}
          />
        )}
        {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
        {liftedAt !== undefined ? null : own ? (
          <Line tone="quiet" icon="users" text={words.ownHint} />
        ) : (
          <Button
            id={`lift-${id}`}
            look={sure ? 'alarm' : 'line'}
            label={sure ? words.liftSure : words.lift}
            busy={busy}
            onTap={() => (sure ? void lift() : setSure(true))}
          />
        )}
      </View>
    </Card>
  );
}

const isPhone = (text: string) => /^(1\d{10}|0\d{9,11})$/.test(text.replace(/[\s-]/g, ''));

function Adder({ onBack, onAdded }: { onBack: () => void; onAdded: () => void }) {
  const [phone, setPhone] = useState('');
  const [reason, setReason] = useState('');
  const [reference, setReference] = useState('');
  const { busy, failed, write } = useWrite();
  const ready = isPhone(phone) && reason.trim() !== '' && reference.trim() !== '';

  async function add() {
    const answer = await write('reports.holdRecords', { phone, reason, reference });
    if (answer.ok) onAdded();
  }
  return (
    <Screen
      title={words.title}
      onBack={onBack}
      footer={
        <>
          {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          <Button
            id="hold"
            icon="lock"
            label={words.hold}
            busy={busy}
            disabled={!ready}
            onTap={() => void add()}
          />
        </>
      }
    >
      <Heading title={words.addHeading} hint={words.addHint} />
      <Card>
        <View className="stack">
          <Labelled
            id="hold-phone"
            label={words.phone}
            placeholder={words.phoneHint}
            value={phone}
            maxLength={16}
            onChange={setPhone}
          />
          <Labelled
            id="hold-reference"
            label={words.reference}
            placeholder={words.referenceHint}
            value={reference}
            maxLength={holdCharacters.reference}
            onChange={setReference}
          />
          <TextArea
            id="hold-reason"
            label={words.reason}
            placeholder={words.reasonHint}
            value={reason}
            maxLength={holdCharacters.reason}
            onChange={setReason}
          />
        </View>
      </Card>
    </Screen>
  );
}
