import { View } from '@tarojs/components';
import { useState } from 'react';
import { awaySpans, type AwaySpan, type AwayWho } from '@contract/enums';
import type { CareEntry } from '@contract/director';
import type { Away } from '@contract/family';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { Line } from '@/components/notice';
import { Tile } from '@/components/tile';
import { awayText } from '@/wording/away';
import { director } from '@/wording/director';

interface Props {
  child: CareEntry;
  away: Away | undefined;
  onSaid: (away: Away) => void;
}

interface Answer {
  who: AwayWho;
  span?: AwaySpan | undefined;
}

const answers: Answer[] = [
  ...(['both', 'mother', 'father'] as const).flatMap((who) =>
    [...awaySpans].reverse().map((span) => ({ who, span })),
  ),
  { who: 'nobody' },
];

/** What the family says is confirmed in one tap, or put right in two. */
export function Status({ child, away, onSaid }: Props) {
  const { busy, failed, write } = useWrite();
  const [choosing, setChoosing] = useState(false);
  const confirmed = away?.confirmedAt !== undefined;
  const open = choosing || away === undefined;

  async function say({ who, span }: Answer) {
    const answer = await write('family.confirmStatus', {
      ...{ childId: child.id, who },
      ...(span !== undefined && { span }),
    });
    if (!answer.ok) return;
    setChoosing(false);
    onSaid(answer.data.away);
  }

  return (
    <Card id="status" tone={confirmed ? 'plain' : 'coming'}>
      <View className="stack">
        <Fact icon={confirmed ? 'circle-check' : 'house'} title={director.confirmTitle}>
          {away === undefined
            ? director.saidNothing
            : confirmed
              ? `${awayText(away)}（${director.confirmed}）`
              : director.saidByFamily(awayText(away))}
        </Fact>
        {away !== undefined && !confirmed && !open ? (
          <Button
            id="confirm"
            look="soft"
            icon="check"
            label={director.confirmYes}
            busy={busy}
            onTap={() => void say(away)}
          />
        ) : null}
        {open ? (
          <>
            <View className="t-small">{director.confirmNow}</View>
            <View className="grid-2">
              {answers.map((answer) => (
                <Tile
                  key={awayText(answer)}
                  id={`say-${answer.who}${answer.span ? `-${answer.span}` : ''}`}
                  kind="radio"
                  label={awayText(answer)}
                  selected={away?.who === answer.who && away.span === answer.span}
                  onTap={() => {
                    if (!busy) void say(answer);
                  }}
                />
              ))}
            </View>
          </>
        ) : (
          <Button
            id="confirm-other"
            look="quiet"
            label={director.confirmOther}
            onTap={() => setChoosing(true)}
          />
        )}
        {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
      </View>
    </Card>
  );
}
