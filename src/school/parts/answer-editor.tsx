import { View } from '@tarojs/components';
import { limits } from '@contract/limits';
import { weekFacts, type WeekFact } from '@contract/weeks';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { FirstHelp } from '@/components/first-help';
import { useFirstHelp } from '@/components/first-help/use-first-help';
import { Segments } from '@/components/segments';
import { FaceChoice } from '@/components/week-card/face';
import { homeFacts, readySentences, schoolFacts, week } from '@/wording/week';
import type { Told } from './told';

interface Props {
  where: 'school' | 'home';
  childId: string;
  told: Told;
  onChange: (told: Told) => void;
}

type Choice = 'yes' | 'no' | 'unknown';
const valueOf: Record<Choice, boolean | undefined> = { yes: true, no: false, unknown: undefined };

/** A face, four facts and, if wished, one sentence. Nothing has to be typed. */
export function AnswerEditor({ where, childId, told, onChange }: Props) {
  const names = where === 'school' ? schoolFacts : homeFacts;
  const help = useFirstHelp(told.sentence ?? '', childId);
  const setFact = (fact: WeekFact, choice: Choice) =>
    onChange({ ...told, facts: { ...told.facts, [fact]: valueOf[choice] } });
  return (
    <>
      <View className="t-heading">{week.face}</View>
      <FaceChoice value={told.face} onChange={(face) => onChange({ ...told, face })} />
      <View className="t-heading">{week.facts}</View>
      <Card>
        <View className="stack">
          {weekFacts.map((fact) => (
            <View key={fact} className="stack stack--tight">
              <View className="t-strong">{names[fact]}</View>
              <Segments
                id={`fact-${fact}`}
                label={names[fact]}
                value={choiceOf(told.facts[fact])}
                choices={[
                  { value: 'yes', text: week.yes },
                  { value: 'no', text: week.no },
                  { value: 'unknown', text: week.unknown },
                ]}
                onChange={(choice) => setFact(fact, choice)}
              />
            </View>
          ))}
        </View>
      </Card>
      <View className="t-heading">{week.say}</View>
      <View className="week-ready">
        {readySentences[where].map((sentence, index) => (
          <View
            key={sentence}
            id={`ready-${index}`}
            className={`week-ready__one${told.sentence === sentence ? ' week-ready__one--on' : ''}`}
            ariaRole="checkbox"
            ariaChecked={told.sentence === sentence}
            onClick={() =>
              onChange({ ...told, sentence: told.sentence === sentence ? undefined : sentence })
            }
          >
            {sentence}
          </View>
        ))}
      </View>
      <Field
        id="sentence"
        label={week.say}
        value={told.sentence ?? ''}
        placeholder={week.sayPlaceholder}
        maxLength={limits.weekSentenceCharacters}
        onChange={(sentence) => onChange({ ...told, sentence: sentence || undefined })}
      />
      <FirstHelp help={help} state="unsent" />
    </>
  );
}

const choiceOf = (fact: boolean | undefined): Choice =>
  fact === undefined ? 'unknown' : fact ? 'yes' : 'no';
