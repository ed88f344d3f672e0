import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Authority } from '@contract/safety';
import { limits } from '@contract/limits';
import { serverNow } from '@/cloud/clock';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { TextArea } from '@/components/text-area';
import { back } from '@/session/routes';
import { authorityNames, safety } from '@/wording/safety';
import '../brings';
import { Choices } from '../parts/choices';
import { ForStaff } from '../parts/for-staff';
import { useAlert } from '../parts/use-alert';
import { MomentPicker } from './moment-picker';

const names = { ...authorityNames, none: safety.reportNot };
const icons = {
  police: 'shield',
  civilAffairs: 'hand-heart',
  education: 'school',
  none: 'x',
} as const;

/** The checklist of mandatory reporting: to whom, when, which receipt; or judged not, because… */
export default function ReportPage() {
  const { id, query } = useAlert();
  const [to, setTo] = useState<Authority | 'none'>();
  const [at, setAt] = useState<number>();
  const [receipt, setReceipt] = useState('');
  const [reason, setReason] = useState('');
  const { busy, failed, write } = useWrite();
  const ready = to !== undefined && (to !== 'none' || reason.trim() !== '');

  async function save() {
    if (to === undefined) return;
    const number = receipt.trim();
    // The first tap says when: tapped again it is the same report, and is written down once.
    const toldAt = at ?? serverNow();
    if (to !== 'none') setAt(toldAt);
    const report =
      to === 'none'
        ? { made: false as const, reason: reason.trim() }
        : {
            ...{ made: true as const, to, at: toldAt },
            ...(number !== '' && { receipt: number }),
          };
    const answer = await write('safety.recordReport', { alertId: id, report });
    if (answer.ok) back();
  }
  return (
    <Screen
      title={safety.reportTitle}
      footer={
        query.data?.alert.may.work ? (
          <Button
            id="save-report"
            icon="check"
            label={safety.reportSave}
            busy={busy}
            disabled={!ready}
            onTap={() => void save()}
          />
        ) : undefined
      }
    >
      <ForStaff query={query} skeleton={2}>
        {() => (
          <>
            <Heading title={safety.reportHeading} hint={safety.reportHint} />
            <Choices
              id="to"
              label={safety.reportHeading}
              names={names}
              icons={icons}
              chosen={to}
              onChange={setTo}
            />
            {to === 'none' ? (
              <Card>
                <TextArea
                  id="reason"
                  label={safety.reportWhy}
                  placeholder={safety.reportWhyHint}
                  value={reason}
                  maxLength={limits.alertTextCharacters}
                  onChange={setReason}
                />
              </Card>
            ) : null}
            {to !== undefined && to !== 'none' ? (
              <>
                <MomentPicker value={at} onChange={setAt} />
                <View className="t-strong">{safety.reportReceipt}</View>
                <Field
                  id="receipt"
                  label={safety.reportReceipt}
                  placeholder={safety.reportReceipt}
                  value={receipt}
                  maxLength={40}
                  onChange={setReceipt}
                />
              </>
            ) : null}
            {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          </>
        )}
      </ForStaff>
    </Screen>
  );
}
