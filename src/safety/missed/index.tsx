import { useState } from 'react';
import type { AlertLevel } from '@contract/help';
import { limits } from '@contract/limits';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { TextArea } from '@/components/text-area';
import { back } from '@/session/routes';
import { levelNames, safety } from '@/wording/safety';
import { common } from '@/wording/common';
import '../brings';
import { Choices } from '../parts/choices';

/** What nobody was warned of, written down by hand so that the rules get better. */
export default function MissedPage() {
  const [text, setText] = useState('');
  const [level, setLevel] = useState<AlertLevel>();
  const [done, setDone] = useState(false);
  const { busy, failed, write } = useWrite();

  async function save(levelShouldBe: AlertLevel) {
    const answer = await write('safety.recordMissed', { text: text.trim(), levelShouldBe });
    if (answer.ok) setDone(true);
  }
  return (
    <Screen
      title={safety.missedTitle}
      footer={
        done ? (
          <Button id="back-to-list" label={common.back} onTap={back} />
        ) : (
          <Button
            id="save-missed"
            icon="check"
            label={safety.missedSave}
            busy={busy}
            disabled={level === undefined || text.trim() === ''}
            onTap={() => {
              if (level !== undefined) void save(level);
            }}
          />
        )
      }
    >
      {done ? (
        <Notice icon="circle-check" title={safety.missedDone} />
      ) : (
        <>
          <Heading title={safety.missedHeading} hint={safety.missedPrivacy} />
          <Card>
            <TextArea
              id="missed-text"
              label={safety.missedText}
              placeholder={safety.missedText}
              value={text}
              maxLength={limits.alertTextCharacters}
              onChange={setText}
            />
          </Card>
          <Choices
            id="level"
            label={safety.levelShouldBe}
            names={levelNames}
            icons={{ S3: 'triangle-alert', S2: 'bell', S1: 'ear' }}
            chosen={level}
            onChange={setLevel}
          />
          {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
        </>
      )}
    </Screen>
  );
}
