import { View } from '@tarojs/components';
import type { Question } from '@contract/guides';
import { Button } from '@/components/button';
import { publishing } from '@/wording/publishing';
import { Pills } from '@/components/pills';
import { TextArea } from '@/components/text-area';

interface Props {
  question: Question;
  onChange: (question: Question) => void;
}

/** A question, two or three answers of which one is right, and a kind word for each. */
export function QuestionFields({ question, onChange }: Props) {
  const { ask, answers } = question;
  const change = (number: number, part: Partial<Question['answers'][number]>) =>
    onChange({
      ...question,
      answers: answers.map((answer, at) => (at === number ? { ...answer, ...part } : answer)),
    });
  return (
    <>
      <TextArea
        id="ask"
        label={publishing.ask}
        value={ask}
        placeholder={publishing.ask}
        maxLength={100}
        onChange={(value) => onChange({ ...question, ask: value })}
      />
      {answers.map((answer, number) => (
        <View key={number} className="stack">
          <TextArea
            id={`answer-${number}`}
            label={publishing.answer(number + 1)}
            value={answer.text}
            placeholder={publishing.answer(number + 1)}
            maxLength={100}
            onChange={(text) => change(number, { text })}
          />
          <TextArea
            id={`why-${number}`}
            label={publishing.why}
            value={answer.explanation}
            placeholder={publishing.why}
            maxLength={200}
            onChange={(explanation) => change(number, { explanation })}
          />
        </View>
      ))}
      <Pills
        id="right"
        label={publishing.isRight}
        choices={answers.map((_, number) => ({
          value: String(number),
          text: `${publishing.answer(number + 1)}：${publishing.isRight}`,
        }))}
        chosen={answers.flatMap(({ right }, number) => (right ? [String(number)] : []))}
        onTap={(chosen) =>
          onChange({
            ...question,
            answers: answers.map((answer, at) => ({ ...answer, right: String(at) === chosen })),
          })
        }
      />
      {answers.length < 3 ? (
        <Button
          id="add-answer"
          look="soft"
          icon="plus"
          label={publishing.addAnswer}
          onTap={() =>
            onChange({
              ...question,
              answers: [...answers, { text: '', right: false, explanation: '' }],
            })
          }
        />
      ) : (
        <Button
          id="remove-answer"
          look="quiet"
          icon="trash-2"
          label={`${publishing.removeAnswer}${publishing.answer(answers.length)}`}
          onTap={() => onChange({ ...question, answers: answers.slice(0, -1) })}
        />
      )}
    </>
  );
}
