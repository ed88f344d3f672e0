import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { OutputOf } from '@contract';
import type { AudioLanguage } from '@contract/recordings';
import { digestOf, spokenText } from '@rules/spoken-text';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Listen } from '@/components/listen';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { discardRecording } from '@/session/recorder';
import { back } from '@/session/routes';
import { recording } from '@/wording/recording';
import { useTakes } from '../parts/takes';
import { TakeBox } from './take-box';
import { Withdraw } from './withdraw';

export interface Shown {
  data: OutputOf<'guides.openRecording'>;
  language: AudioLanguage;
  onChanged: () => void;
}

/** Block after block: hear, record, hear it again, keep it, go on. */
export function Recording({ data, language, onChanged }: Shown) {
  const { guide, recording: before } = data;
  const { id: guideId, version, title, blocks } = guide;
  const which = { guideId, version, language };
  const { list, sent, sending, failed, open, add, send } = useTakes();
  const [at, setAt] = useState<number>();
  useEffect(() => {
    open({ guideId, version, language });
  }, [open, guideId, version, language]);

  const onServer = new Set(
    before?.blocks.flatMap(({ block, digest }) => {
      const text = blocks[block];
      return text && digestOf(text) === digest ? block : [];
    }),
  );
  const onDevice = new Set(list.map(({ block }) => block));
  const isDone = (number: number) =>
    onServer.has(number) || onDevice.has(number) || sent.includes(number);
  const firstOpen = blocks.findIndex((_, number) => !isDone(number));
  const shown = at ?? firstOpen;
  const block = blocks[shown];

  async function sendAll() {
    if (await send(which)) onChanged();
  }

  const waiting = list.length > 0 && !sending;
  return (
    <Screen
      title={recording.title}
      footer={
        sending || waiting ? (
          <Button
            id="send"
            icon="send"
            label={sending ? recording.sending : recording.sendAgain}
            busy={sending}
            onTap={() => void sendAll()}
          />
        ) : block ? undefined : (
          <Button id="back-to-list" icon="check" label={recording.back} onTap={back} />
        )
      }
    >
      <Heading title={title} hint={`${recording.voices[language]} · ${recording.onlyWords}`} />
      {waiting ? <Line icon="hourglass" text={recording.waiting(list.length)} /> : null}
      {failed && !sending ? <Line tone="alarm" icon="circle-alert" text={failed.message} /> : null}
      {block ? (
        <>
          <View className="t-quiet">{recording.block(shown + 1, blocks.length)}</View>
          <Card>
            <View className="stack">
              <View className="row row--between">
                <View className="t-heading grow">{block.title}</View>
                <Listen id="listen-block" text={spokenText(block)} />
              </View>
              {block.text.split('\n').map((line, number) => (
                <View key={number}>{line}</View>
              ))}
            </View>
          </Card>
          <TakeBox
            key={shown}
            onKeep={(take) => {
              add(which, { ...take, block: shown, digest: digestOf(block) });
              setAt(undefined);
              void sendAll();
            }}
            onDrop={discardRecording}
          />
          <Line tone="quiet" icon="info" text={recording.shared} />
        </>
      ) : (
        <Line icon="circle-check" text={`${recording.all}。${allHint(before?.state)}`} />
      )}
      <Done blocks={blocks} isDone={isDone} shown={shown} onAgain={setAt} />
      {before ? (
        <Withdraw
          which={which}
          onDone={() => {
            open(which);
            onChanged();
          }}
        />
      ) : null}
    </Screen>
  );
}

const allHint = (state: string | undefined) =>
  state === 'ready' ? recording.ready : recording.allHint;

interface DoneProps {
  blocks: Shown['data']['guide']['blocks'];
  isDone: (number: number) => boolean;
  shown: number;
  onAgain: (number: number) => void;
}

/** What is there already; a tap records it anew. */
function Done({ blocks, isDone, shown, onAgain }: DoneProps) {
  return (
    <>
      {blocks.map(({ title }, number) =>
        isDone(number) && number !== shown ? (
          <Card key={title}>
            <View className="row row--between row--wrap">
              <View className="grow">
                <View className="t-small t-quiet">
                  {recording.block(number + 1, blocks.length)}
                </View>
                <View>{title}</View>
              </View>
              <Button
                id={`again-${number}`}
                look="soft"
                icon="repeat"
                label={recording.again}
                onTap={() => onAgain(number)}
              />
            </View>
          </Card>
        ) : null,
      )}
    </>
  );
}
