import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Listen } from '@/components/listen';
import { Screen } from '@/components/screen';
import { Steps } from '@/components/steps';

interface Props {
  title: string;
  /** How far along, without any score. */
  done: number;
  total: number;
  where: string;
  text: string;
  hint?: string | undefined;
  spoken: string;
  answers: readonly { id: string; label: string; quiet?: boolean }[];
  /** What was answered before. */
  chosen?: string | undefined;
  onAnswer: (id: string) => void;
  onBack: () => void;
  children?: ReactNode;
}

/** One question, large, with its answers under the thumb and a button that reads it aloud. */
export function Question(props: Props) {
  const { title, done, total, where, text, hint, spoken, answers, chosen, onAnswer, onBack } =
    props;
  return (
    <Screen
      title={title}
      onBack={onBack}
      footer={answers.map(({ id, label, quiet }) => (
        <Button
          key={id}
          id={`answer-${id}`}
          look={chosen === id ? 'soft' : quiet ? 'quiet' : 'line'}
          icon={chosen === id ? 'check' : undefined}
          label={label}
          onTap={() => onAnswer(id)}
        />
      ))}
    >
      <Steps done={done} total={total} />
      <View className="t-small t-quiet">{where}</View>
      <Card>
        <View className="row">
          <View className="grow t-title" ariaRole="heading">
            {text}
          </View>
          <Listen id="listen-question" text={spoken} />
        </View>
        {hint ? <View className="t-small t-quiet">{hint}</View> : null}
      </Card>
      {props.children}
    </Screen>
  );
}
