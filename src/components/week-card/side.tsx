import { View } from '@tarojs/components';
import { weekFacts, type WeekAnswer } from '@contract/weeks';
import { Icon } from '../icon';
import { faceNames, factTexts, week } from '@/wording/week';
import { WeekFaceView } from './face';

interface Props {
  where: 'school' | 'home';
  answer: WeekAnswer | undefined;
  /** `王老师`, `奶奶`. */
  by: string | undefined;
}

/** One side of a week: face, what was so, and who said it. Needs no legend: every sign has its word. */
export function WeekSide({ where, answer, by }: Props) {
  const face = answer && (answer.usual ? 'calm' : answer.face);
  return (
    <View className="week-side">
      <View className="t-strong">{where === 'school' ? week.atSchool : week.atHome}</View>
      <WeekFaceView face={face} />
      <View>{answer ? (answer.usual ? week.usual : faceNames[answer.face]) : week.notYet}</View>
      {answer && !answer.usual ? <Facts where={where} answer={answer} /> : null}
      {by ? <View className="t-small t-quiet">{by}</View> : null}
    </View>
  );
}

function Facts({
  where,
  answer,
}: {
  where: 'school' | 'home';
  answer: Extract<WeekAnswer, { usual: false }>;
}) {
  return (
    <>
      {weekFacts.map((fact) => {
        const value = answer.facts[fact];
        if (value === undefined) return null;
        return (
          <View key={fact} className="week-fact t-small">
            <Icon name={value ? 'check' : 'circle-help'} size="small" />
            <View>{factTexts[where][fact][value ? 'yes' : 'no']}</View>
          </View>
        );
      })}
      {answer.sentence ? <View className="t-strong">{`“${answer.sentence}”`}</View> : null}
    </>
  );
}

/** The same as one would say it, for the listen button. */
export function spokenSide(where: 'school' | 'home', answer: WeekAnswer | undefined): string {
  const place = where === 'school' ? week.atSchool : week.atHome;
  if (!answer) return `${place}${week.notYet}`;
  if (answer.usual) return `${place}${week.usual}`;
  const facts = weekFacts.flatMap((fact) => {
    const value = answer.facts[fact];
    return value === undefined ? [] : factTexts[where][fact][value ? 'yes' : 'no'];
  });
  const parts = [faceNames[answer.face], ...facts, answer.sentence ?? ''];
  return `${place}${parts.filter(Boolean).join('，')}`;
}
