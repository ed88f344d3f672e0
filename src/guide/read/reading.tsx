import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { Guide } from '@contract/guides';
import type { GuideRecording } from '@contract/recordings';
import { spokenText } from '@rules/spoken-text';
import { AskPush } from '@/components/ask-push';
import { Card } from '@/components/card';
import { Listen } from '@/components/listen';
import { readBar } from '@/session/device';
import { useHeard, useReading } from '@/session/reading';
import { canSpeak } from '@/session/speaking';
import { guides } from '@/wording/guides';
import { BlockCard } from './block-card';
import { NextSteps } from './next-steps';
import { OtherHalf } from './other-half';
import { PlayerCard } from './player-card';
import { QuestionCard } from './question-card';
import { SignedBy } from './signed-by';
import { usePlayer } from './use-player';
import { secondsOf, useVoices } from './use-voices';

interface Props {
  guide: Guide;
  recordings: GuideRecording[] | undefined;
}

/** Whoever has thought about one may like to hear of the next. */
const anotherGuide = ['guide'] as const;

/** The guide itself: to hear, to think about, to do. */
export function Reading({ guide, recordings }: Props) {
  const { id: guideId, version, title, purpose, blocks, question, cards } = guide;
  const note = useReading((reading) => reading.note);
  const before = useHeard(guideId, version);
  const texts = blocks.map(spokenText);
  const voices = useVoices(guide, recordings);
  const player = usePlayer({ texts, ...voices }, (count) =>
    note({ guideId, version, blocks: count, of: blocks.length }),
  );
  const audible = canSpeak || player.recorded;
  const { at, state } = player;
  const marked = state === 'playing' || state === 'paused' ? at : undefined;
  useEffect(() => {
    if (marked !== undefined) scrollToBlock(marked);
  }, [marked]);

  return (
    <>
      <View>
        <View className="t-title" ariaRole="heading">
          {title}
        </View>
        <View className="t-small t-quiet">{purpose}</View>
      </View>
      {audible ? (
        <PlayerCard
          player={player}
          seconds={secondsOf(texts, voices.sounds, player.speed)}
          voices={voices}
        />
      ) : null}
      {blocks.map((block, number) => (
        <BlockCard
          key={block.title}
          id={blockId(number)}
          block={block}
          marked={marked === number}
          audible={audible}
          playing={marked === number && state === 'playing'}
          onListen={() => (marked === number ? player.toggle() : player.playFrom(number))}
        />
      ))}
      <QuestionCard
        question={question}
        chosen={before?.answered?.choice}
        onChoose={(choice) => {
          const { length } = blocks;
          const right = question.answers[choice]?.right;
          note({ guideId, version, blocks: length, of: length, choice, right });
        }}
      />
      <OtherHalf guide={guide} finished={before?.answered !== undefined} />
      {cards.length > 0 ? (
        <View className="stack">
          <View className="t-heading">{guides.cards}</View>
          {cards.map((card, number) => (
            <Card key={card.title}>
              <View className="row row--between">
                <View className="t-strong grow">{card.title}</View>
                <Listen id={`listen-card-${number}`} text={`${card.title}。\n${card.text}`} />
              </View>
              {card.text.split('\n').map((line) => (
                <View key={line}>{line}</View>
              ))}
            </Card>
          ))}
        </View>
      ) : null}
      {before?.answered === undefined ? null : <AskPush templates={anotherGuide} />}
      <NextSteps guide={guide} />
      <SignedBy guide={guide} />
    </>
  );
}

const blockId = (number: number) => `block-${number}`;

/** Brings the block that is read under the title. Only its top: nobody loses where they are. */
function scrollToBlock(number: number): void {
  const { capsuleTop, capsuleHeight } = readBar();
  void Taro.pageScrollTo({
    selector: `#${blockId(number)}`,
    offsetTop: -(capsuleTop + capsuleHeight + 24),
    duration: 200,
  });
}
