import { View } from '@tarojs/components';
import { useState } from 'react';
import type { JudgedLevel } from '@contract/safety';
import { call } from '@/cloud/call';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Line } from '@/components/notice';
import { open } from '@/session/routes';
import { dotted } from '@/wording/common';
import { clockText, safety, sourceNames } from '@/wording/safety';
import { savedText } from '@/wording/when';
import { Choices } from '../parts/choices';
import { PlayButton } from '../parts/play-button';
import type { Unheard } from './index';

const icons = { S0: 'smile', S1: 'ear', S2: 'bell', S3: 'triangle-alert' } as const;

/** One recording: played, and then put in one of four places by the person who heard it. */
export function RecordingCard({ recording, now }: { recording: Unheard; now: number }) {
  const { ref, source, at, hearBy, overdue, urgent, seconds, nickname, placeName } = recording;
  const [level, setLevel] = useState<JudgedLevel>();
  const [heard, setHeard] = useState(false);
  const [done, setDone] = useState<{ alertId?: string | undefined }>();
  const { busy, failed, write } = useWrite();

  async function link() {
    const answer = await call('safety.openUnheard', { ref });
    if (!answer.ok) return undefined;
    setHeard(true);
    return answer.data.url;
  }
  async function keep(judged: JudgedLevel) {
    const answer = await write('safety.markVoiceHeard', { ref, level: judged });
    if (answer.ok) setDone(answer.data);
  }
  const alertId = done?.alertId;
  return (
    <Card id={`unheard-${ref}`} tone={overdue && !done ? 'alarm' : 'plain'}>
      <View className="stack">
        <View className="row row--between row--wrap">
          <View className="t-heading">{dotted(nickname, placeName)}</View>
          {urgent ? <Chip tone="alarm" text={safety.markedAsUrgent} /> : null}
        </View>
        <View className="t-small t-quiet">{`${savedText(at, now)} · ${sourceNames[source]}`}</View>
        {done ? (
          <>
            <Line icon="check" text={safety.heardDone} />
            {alertId === undefined ? null : (
              <Button
                id={`raised-${ref}`}
                look="soft"
                icon="bell"
                label={safety.heardRaised}
                onTap={() => open('alert', { id: alertId })}
              />
            )}
          </>
        ) : (
          <>
            <View className={overdue ? 't-strong t-alarm' : 't-strong'}>
              {clockText(hearBy, now)}
            </View>
            <PlayButton
              id={`play-${ref}`}
              seconds={seconds}
              source={link}
              // Nobody can say what was heard where nothing was.
              onFailed={() => setHeard(false)}
            />
            {heard ? (
              <>
                <View className="t-strong">{safety.heard}</View>
                <Choices
                  id={`heard-${ref}`}
                  label={safety.heard}
                  names={safety.heardLevels}
                  icons={icons}
                  chosen={level}
                  onChange={setLevel}
                />
              </>
            ) : null}
            {level === undefined ? null : (
              <Button
                id={`keep-${ref}`}
                icon="check"
                label={safety.keep}
                busy={busy}
                onTap={() => void keep(level)}
              />
            )}
            {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          </>
        )}
      </View>
    </Card>
  );
}
