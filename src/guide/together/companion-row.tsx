import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Accompanied, Course } from '@contract/courses';
import { kindWords, type KindWord } from '@contract/enums';
import { limits } from '@contract/limits';
import { hourMs } from '@rules/dates';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import { Line } from '@/components/notice';
import { courses } from '@/wording/courses';
import { kindWordTexts } from '@/wording/inbox';

interface Props {
  row: Accompanied;
  course: Course | undefined;
  now: number;
  onSaid: () => void;
}

/** One family: begun and finished, and a kind word that is ready. */
export function CompanionRow({ row, course, now, onSaid }: Props) {
  const { id, nickname, state, stages, wordAt } = row;
  const [choosing, setChoosing] = useState(false);
  const { busy, failed, write } = useWrite();
  const saidAlready = wordAt !== undefined && now - wordAt < limits.kindWordHours * hourMs;

  async function say(word: KindWord) {
    const answer = await write('guides.sendKindWord', { accompanyId: id, word });
    if (!answer.ok) return;
    setChoosing(false);
    onSaid();
  }
  return (
    <Card id={`together-${id}`}>
      <View className="stack">
        <View className="row row--between row--wrap">
          <View className="grow">
            <View className="t-heading">{nickname}</View>
            <View className="t-small t-quiet">{course?.title ?? courses.title}</View>
          </View>
          <Chip tone={state === 'agreed' ? 'act' : 'plain'} text={courses.states[state]} />
        </View>
        {state === 'agreed' ? (
          <>
            {course?.guides.map((guide) => {
              const stage = stages.find(({ guideId }) => guideId === guide.id)?.stage;
              const text =
                stage === 'finished' ? courses.done : stage ? courses.started : courses.fresh;
              return (
                <View key={guide.id} className="row row--between">
                  <Icon name={stage === 'finished' ? 'circle-check' : 'headphones'} />
                  <View className="grow">{guide.title}</View>
                  <View className="t-small t-quiet">{text}</View>
                </View>
              );
            })}
            {saidAlready ? <Line tone="quiet" icon="check" text={courses.said} /> : null}
            {!saidAlready && !choosing ? (
              <Button
                id={`say-${id}`}
                look="soft"
                icon="smile"
                label={courses.say}
                onTap={() => setChoosing(true)}
              />
            ) : null}
            {!saidAlready && choosing
              ? kindWords.map((word) => (
                  <Button
                    key={word}
                    id={`word-${word}`}
                    look="soft"
                    icon="send"
                    label={kindWordTexts[word]}
                    busy={busy}
                    onTap={() => void say(word)}
                  />
                ))
              : null}
          </>
        ) : null}
        {failed === undefined ? null : <Line tone="alarm" icon="circle-alert" text={failed} />}
      </View>
    </Card>
  );
}
