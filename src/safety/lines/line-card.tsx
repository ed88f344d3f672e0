import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CheckedLine } from '@contract/safety';
import { isNeverTried } from '@rules/directory-records';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Line } from '@/components/notice';
import { PhoneLine } from '@/components/phone-line';
import { usePerson } from '@/session/use-person';
import { lines as words } from '@/wording/safety-duty';
import { savedText } from '@/wording/when';

interface Props {
  line: CheckedLine;
  now: number;
  onChecked: (lines: CheckedLine[]) => void;
}

const isNumber = (text: string) => /^\d[\d-]{2,15}$/.test(text);

/** One line: call it, then say with a tap that it is right, or put its number right. */
export function LineCard({ line, now, onChecked }: Props) {
  const mayVerify = usePerson().person.role === 'admin';
  const [number, setNumber] = useState<string>();
  const [saved, setSaved] = useState(false);
  const { busy, failed, write } = useWrite();
  const reports = words.reports(line.reports);

  async function verify(changed?: string) {
    const input = { lineId: line.id, ...(changed !== undefined && { number: changed }) };
    const answer = await write('safety.verifyLine', input);
    if (!answer.ok) return;
    setNumber(undefined);
    setSaved(true);
    onChecked(answer.data.lines);
  }
  return (
    <Card tone={reports === '' ? 'plain' : 'alarm'}>
      <View className="stack">
        <PhoneLine line={line} />
        {reports === '' ? null : <Line tone="alarm" icon="flag" text={reports} />}
        <Line
          tone={line.overdue ? 'coming' : 'quiet'}
          icon={line.overdue ? 'hourglass' : 'check'}
          text={`${line.overdue ? `${words.overdue}，` : ''}${words.checked(savedText(line.verifiedAt, now))}`}
        />
        {saved ? <Line icon="check" text={words.saved} /> : null}
        {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
        {!mayVerify ? null : number === undefined ? (
          <View className="grid-2">
            <Button
              id={`right-${line.id}`}
              look="soft"
              icon="check"
              label={isNeverTried(line.number) ? words.unchanged : words.right}
              busy={busy}
              onTap={() => void verify()}
            />
            <Button
              id={`change-${line.id}`}
              look="line"
              icon="pencil"
              label={words.change}
              onTap={() => setNumber(line.number)}
            />
          </View>
        ) : (
          <>
            <Field
              id={`number-${line.id}`}
              label={words.number}
              placeholder={words.number}
              value={number}
              maxLength={16}
              onChange={setNumber}
            />
            {isNumber(number) ? null : <Line icon="info" text={words.numberBad} />}
            <View className="grid-2">
              <Button
                id={`keep-${line.id}`}
                icon="check"
                label={words.save}
                busy={busy}
                disabled={!isNumber(number)}
                onTap={() => void verify(number)}
              />
              <Button
                id={`drop-${line.id}`}
                look="line"
                label={words.cancel}
                onTap={() => setNumber(undefined)}
              />
            </View>
          </>
        )}
      </View>
    </Card>
  );
}
