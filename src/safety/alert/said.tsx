import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Alert } from '@contract/safety';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Listen } from '@/components/listen';
import { Line } from '@/components/notice';
import { dotted } from '@/wording/common';
import { kinName, roleNames } from '@/wording/names';
import { reasonNames, safety, sourceNames } from '@/wording/safety';
import { faces, sentences } from '@/wording/thread';
import { savedText } from '@/wording/when';
import { PlayButton } from '../parts/play-button';

type Words = Alert['said'] | Alert['around'][number];

const sayer = ({ name, relation, role }: Words['by']): string =>
  name ?? (relation ? kinName(relation) : role ? roleNames[role] : '');

function textOf({ kind, text, situation, face, seconds }: Words): string {
  if (kind === 'gone') return safety.gone;
  if (kind === 'face') return faces[face ?? 0] ?? '';
  if (kind === 'voice') return text ?? safety.play(seconds ?? 0);
  if (kind === 'picture') return safety.picture;
  return text ?? (situation ? sentences[situation].title : '');
}

/** What was said, to be read or heard, and on a tap what was said around it. */
export function Said({ alert, now }: { alert: Alert; now: number }) {
  const [shown, setShown] = useState(false);
  const { said, around } = alert;
  const text = textOf(said);
  const { url } = said;
  const lines = [
    ...around.filter(({ before }) => before),
    ...[said],
    ...around.filter(({ before }) => !before),
  ];
  return (
    <>
      <View className="t-heading">{safety.said}</View>
      <Card>
        <View className="stack">
          <View className="row row--between">
            <View className="grow t-small t-quiet">
              {[sayer(said.by), savedText(said.at, now), sourceNames[alert.source]]
                .filter(Boolean)
                .join(' · ')}
            </View>
            {said.text ? <Listen id="listen-said" text={said.text} /> : null}
          </View>
          <View id="said" className="t-heading">
            {text}
          </View>
          <View className="t-small t-quiet">{reasonNames[alert.reason]}</View>
          {alert.held ? <Line tone="quiet" icon="lock" text={safety.held} /> : null}
          {said.kind === 'voice' && url ? (
            <PlayButton
              id="play-said"
              seconds={said.seconds ?? 0}
              source={() => Promise.resolve(url)}
            />
          ) : null}
          {said.kind === 'picture' && url ? (
            <Button
              id="show-picture"
              look="soft"
              icon="image"
              label={safety.picture}
              onTap={() => void Taro.previewImage({ urls: [url] }).catch(() => undefined)}
            />
          ) : null}
          {around.length > 0 && !shown ? (
            <Button
              id="around"
              look="quiet"
              icon="message-circle"
              label={safety.around}
              onTap={() => setShown(true)}
            />
          ) : null}
          {shown
            ? lines.map((line) => (
                <View key={line.at}>
                  <View className="t-small t-quiet">
                    {dotted(sayer(line.by), savedText(line.at, now))}
                  </View>
                  <View className={line === said ? 't-strong' : ''}>{textOf(line)}</View>
                </View>
              ))
            : null}
        </View>
      </Card>
    </>
  );
}
