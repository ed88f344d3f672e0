import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AlertOutcome, JudgedLevel, Judgement } from '@contract/safety';
import { limits } from '@contract/limits';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import type { IconName } from '@/components/icon';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { TextArea } from '@/components/text-area';
import { Tile } from '@/components/tile';
import { back, open } from '@/session/routes';
import { judgedLevelNames, judgementNames, outcomeNames, safety } from '@/wording/safety';
import '../brings';
import { Choices } from '../parts/choices';
import { ForStaff } from '../parts/for-staff';
import { useAlert } from '../parts/use-alert';

const icons: Record<AlertOutcome, IconName> = {
  safeNow: 'shield-check',
  supported: 'hand-heart',
  referred: 'navigation',
  authorities: 'building-2',
  emergency: 'hospital',
  noConcern: 'smile',
};
const judgements = (['right', 'wrong', 'unclear'] as const).map((value) => ({
  value,
  text: judgementNames[value],
}));

/** How it ended: an outcome, a few words, and whether it was right to ask a person. */
export default function ClosePage() {
  const { id, query } = useAlert();
  const [outcome, setOutcome] = useState<AlertOutcome>();
  const [text, setText] = useState('');
  const [judgement, setJudgement] = useState<Judgement>('right');
  const [level, setLevel] = useState<JudgedLevel>();
  const [release, setRelease] = useState(false);
  const [alone, setAlone] = useState(false);
  const { busy, failed, write } = useWrite();
  const alert = query.data?.alert;
  const mustReport = alert !== undefined && alert.level !== 'S1' && alert.reporting.open;

  async function finish() {
    if (outcome === undefined) return;
    const answer = await write('safety.resolveAlert', {
      ...{ alertId: id, outcome, text: text.trim(), judgement },
      ...(release && { release }),
      ...(judgement === 'wrong' && level !== undefined && { levelShouldBe: level }),
    });
    if (answer.ok && answer.data.alone) setAlone(true);
    else if (answer.ok) back();
  }
  if (alone) {
    return (
      <Screen title={safety.closeTitle}>
        <Line tone="alarm" icon="users" text={safety.closeAlone} />
      </Screen>
    );
  }
  return (
    <Screen
      title={safety.closeTitle}
      footer={
        alert?.may.work && !mustReport ? (
          <Button
            id="finish"
            icon="circle-check"
            label={safety.closeSave}
            busy={busy}
            disabled={outcome === undefined || text.trim() === ''}
            onTap={() => void finish()}
          />
        ) : mustReport ? (
          <Button
            id="go-report"
            icon="clipboard-list"
            label={safety.reporting}
            onTap={() => open('alertReport', { id })}
          />
        ) : undefined
      }
    >
      <ForStaff query={query} skeleton={3}>
        {(data) => (
          <>
            <Heading title={safety.closeHeading} />
            {mustReport ? (
              <Line tone="alarm" icon="clipboard-list" text={safety.closeHint} />
            ) : null}
            {data.alert.level === 'S3' ? <Line icon="users" text={safety.closeSecond} /> : null}
            <Choices
              id="outcome"
              label={safety.closeHeading}
              names={outcomeNames}
              icons={icons}
              chosen={outcome}
              onChange={setOutcome}
            />
            <Card>
              <TextArea
                id="close-text"
                label={safety.closeText}
                placeholder={safety.closeTextHint}
                value={text}
                maxLength={limits.alertTextCharacters}
                onChange={setText}
              />
            </Card>
            <View className="t-heading">{safety.judge}</View>
            <View className="t-small t-quiet">{safety.judgeHint}</View>
            <Segments
              id="judge"
              label={safety.judge}
              value={judgement}
              choices={judgements}
              onChange={setJudgement}
            />
            {judgement === 'wrong' ? <ShouldBe level={level} onChange={setLevel} /> : null}
            {data.alert.held ? (
              <Tile
                id="release"
                icon="send"
                label={safety.release}
                hint={safety.releaseHint}
                selected={release}
                onTap={() => setRelease(!release)}
              />
            ) : null}
            {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          </>
        )}
      </ForStaff>
    </Screen>
  );
}

function ShouldBe({
  level,
  onChange,
}: {
  level: JudgedLevel | undefined;
  onChange: (level: JudgedLevel) => void;
}) {
  return (
    <>
      <View className="t-strong">{safety.levelShouldBe}</View>
      <Choices
        id="level"
        label={safety.levelShouldBe}
        names={judgedLevelNames}
        icons={{ S0: 'smile', S1: 'ear', S2: 'bell', S3: 'triangle-alert' }}
        chosen={level}
        onChange={onChange}
      />
    </>
  );
}
