import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Channel } from '@contract/arriving';
import { nationalLines } from '@contract/national-lines';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Listen } from '@/components/listen';
import { Line } from '@/components/notice';
import { copyText } from '@/session/device';
import { groupTextOf, reach, speechOf } from '@/wording/reach';

const support = nationalLines.find(({ id }) => id === 'national-12356');

/** What is read out at the loudspeaker or written into a group; nothing for the other ways. */
export function WordsToCopy({ channel, place }: { channel: Channel; place: string }) {
  const [copied, setCopied] = useState<boolean>();
  if (channel !== 'loudspeaker' && channel !== 'group') return null;
  const spoken = channel === 'loudspeaker';
  const text = spoken ? speechOf(place, support?.number ?? '') : groupTextOf(place);
  return (
    <Card>
      <View className="stack">
        <View className="t-heading">{spoken ? reach.speechTitle : reach.groupTitle}</View>
        <View className="t-small t-quiet">{spoken ? reach.speechHint : reach.shareNote}</View>
        <Text id="words" userSelect>
          {text}
        </Text>
        <Listen id="listen-words" text={text} />
        <Button
          id="copy"
          look="soft"
          icon="copy"
          label={reach.copy}
          onTap={() => void copyText(text).then(setCopied)}
        />
        {copied === true ? <Line icon="check" text={reach.copied} /> : null}
        {copied === false ? <Line tone="alarm" icon="circle-alert" text={reach.notCopied} /> : null}
      </View>
    </Card>
  );
}
