import { View } from '@tarojs/components';
import { useState } from 'react';
import { needsCare } from '@rules/screening';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { HelpCard } from '@/components/help-card';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { PhonesWay } from '@/components/ways';
import { back, open, toTop } from '@/session/routes';
import { screening } from '@/wording/screening';
import '../brings';
import { Question } from '../parts/question';

const words = screening.mood;

/** PHQ-2 for the adult's own mood. Worked out on this phone; nothing is sent, nothing is kept. */
export default function MoodPage() {
  const [answers, setAnswers] = useState<number[]>([]);
  const at = answers.length;
  const item = words.items[at];

  function set(next: number[]) {
    setAnswers(next);
    toTop();
  }
  if (item !== undefined) {
    return (
      <Question
        title={words.title}
        done={at + 1}
        total={words.items.length}
        where={words.about}
        text={item}
        spoken={`${at === 0 ? `${words.heading}${words.private}` : ''}${words.about}，${item}？${words.answers.join('，')}。`}
        answers={words.answers.map((label, value) => ({ id: String(value), label }))}
        onAnswer={(id) => set([...answers, Number(id)])}
        onBack={() => (at === 0 ? back() : set(answers.slice(0, -1)))}
      >
        {at === 0 ? <Line tone="quiet" icon="lock" text={words.private} /> : null}
        <View className="t-small t-quiet">{words.source}</View>
      </Question>
    );
  }
  const [interest = 0, mood = 0] = answers;
  const care = needsCare(interest, mood);
  const [title, hint] = care ? [words.care, words.careHint] : [words.fine, words.fineHint];
  return (
    <Screen
      title={words.title}
      onBack={() => set(answers.slice(0, -1))}
      footer={
        <>
          <Button id="done" label={screening.home} onTap={back} />
          <Button id="again" look="quiet" label={words.again} onTap={() => set([])} />
        </>
      }
    >
      {care ? (
        <HelpCard lineIds={['national-12356']} title={title} hint={hint} />
      ) : (
        <>
          <Heading title={title} hint={hint} />
          <PhonesWay />
        </>
      )}
      <Choice
        id="guide"
        icon="headphones"
        title={words.guide}
        onTap={() => open('guide', { id: 'c8-rest-yourself' })}
      />
    </Screen>
  );
}
