import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { coversText } from '@rules/recordings';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { play, stopPlaying } from '@/session/recorder';
import { recording } from '@/wording/recording';
import type { Shown } from './recording';
import { Withdraw } from './withdraw';

/** Somebody else's voice beside the text: heard to its end, block by block, and then approved. */
export function HearOver({ data, language, onChanged }: Shown) {
  const { guide, recording: found } = data;
  const { id: guideId, version, title, blocks } = guide;
  const which = { guideId, version, language };
  const [playing, setPlaying] = useState<number>();
  const [mute, setMute] = useState<number>();
  const [heard, setHeard] = useState<readonly number[]>([]);
  const { busy, failed, write } = useWrite();
  useEffect(() => stopPlaying, []);

  const whole = found !== undefined && coversText(found.blocks, blocks);
  const ready = found?.state === 'ready';
  const all = blocks.every((_, number) => heard.includes(number));

  function listen(number: number, url: string) {
    if (playing === number) {
      stopPlaying();
      return;
    }
    play(url, (ending) => {
      setPlaying(undefined);
      if (ending === 'heard') setHeard((before) => [...before, number]);
      if (ending === 'failed') setMute(number);
    });
    setPlaying(number);
    setMute(undefined);
  }

  async function approve() {
    if (!found) return;
    const answer = await write('guides.approveRecording', { ...which, rev: found.rev });
    if (answer.ok || answer.error.code === 'CHANGED_MEANWHILE') onChanged();
  }

  return (
    <Screen
      title={recording.title}
      footer={
        whole && !ready ? (
          <Button
            id="approve"
            icon="check"
            label={recording.approve}
            busy={busy}
            disabled={!all}
            onTap={() => void approve()}
          />
        ) : undefined
      }
    >
      <Heading
        title={title}
        hint={`${recording.voices[language]} · ${ready ? recording.approved : recording.hearOver}`}
      />
      {ready ? null : (
        <Line tone="quiet" icon="ear" text={whole ? recording.hearOverHint : recording.notWhole} />
      )}
      {blocks.map((block, number) => {
        const url = found?.blocks.find((sound) => sound.block === number)?.url;
        return (
          <Card key={block.title}>
            <View className="stack">
              <View className="row row--between">
                <View className="t-heading grow">{block.title}</View>
                {heard.includes(number) ? <Chip text={recording.heard} /> : null}
              </View>
              {block.text.split('\n').map((line, at) => (
                <View key={at}>{line}</View>
              ))}
              {mute === number ? <Line icon="circle-alert" text={recording.notThere} /> : null}
              {url === undefined ? (
                <View className="t-small t-quiet">{recording.fresh}</View>
              ) : (
                <Button
                  id={`hear-${number}`}
                  look="soft"
                  icon={playing === number ? 'circle-stop' : 'play'}
                  label={playing === number ? recording.stopListening : recording.listen}
                  onTap={() => listen(number, url)}
                />
              )}
            </View>
          </Card>
        );
      })}
      {failed === undefined ? null : <Line tone="alarm" icon="circle-alert" text={failed} />}
      <Withdraw which={which} onDone={onChanged} />
    </Screen>
  );
}
