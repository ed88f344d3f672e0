import { View } from '@tarojs/components';
import type { Question } from '@contract/guides';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { Listen } from '@/components/listen';
import { guides } from '@/wording/guides';

interface Props {
  question: Question;
  /** The number of the answer that was chosen last. */
  chosen: number | undefined;
  onChoose: (answer: number) => void;
}

/** A question teaches more than a text alone. Every answer gets a kind word, at once, also offline. */
export function QuestionCard({ question, chosen, onChoose }: Props) {
  const { ask, answers } = question;
  const answer = chosen === undefined ? undefined : answers[chosen];
  const spoken = [guides.question, ask, ...answers.map(({ text }) => text)].join('。');
  return (
    <View id="question" className="stack">
      <View className="row row--between">
        <View className="grow">
          <View className="t-small t-quiet">{guides.question}</View>
          <View className="t-heading" ariaRole="heading">
            {ask}
          </View>
        </View>
        <Listen id="listen-question" text={spoken} />
      </View>
      {answers.map(({ text }, number) => (
        <Card
          key={text}
          id={`answer-${number}`}
          isChoice
          selected={number === chosen}
          label={text}
          onTap={() => onChoose(number)}
        >
          <View className="row">
            <View className="grow">{text}</View>
            {number === chosen ? <Icon name="check" /> : null}
          </View>
        </Card>
      ))}
      {answer ? (
        <Card tone={answer.right ? 'soft' : 'coming'}>
          <View className="row row--between" ariaRole="status" ariaLive="polite">
            <View className="grow">{answer.explanation}</View>
            <Listen id="listen-explanation" text={answer.explanation} />
          </View>
        </Card>
      ) : null}
    </View>
  );
}
