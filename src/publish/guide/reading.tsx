import { View } from '@tarojs/components';
import type { DraftText, NextStep } from '@contract/guides';
import { nationalLines } from '@contract/national-lines';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { pictureIcons } from '@/components/guide-card/pictures';
import type { IconName } from '@/components/icon';
import { Icon } from '@/components/icon';
import { Listen } from '@/components/listen';
import { publishing } from '@/wording/publishing';

/** What families read and hear, block by block: a reviewer hears the same. */
export function Reading({ text }: { text: DraftText }) {
  const { title, purpose, blocks, question, nextSteps, cards, sources } = text;
  return (
    <>
      <View>
        <View className="t-title">{title}</View>
        <View className="t-small t-quiet">{purpose}</View>
      </View>
      {blocks.map((block, at) => (
        <Card key={at}>
          <View className="row row--between">
            <Icon name={pictureIcons[block.picture]} size="large" />
            <View className="t-heading grow">{block.title}</View>
            <Listen id={`listen-${at}`} text={`${block.title}。\n${block.text}`} />
          </View>
          <Lines text={block.text} />
        </Card>
      ))}
      <Card>
        <View className="stack">
          <View className="row row--between">
            <View className="grow">
              <View className="t-small t-quiet">{publishing.question}</View>
              <View className="t-strong">{question.ask}</View>
            </View>
            <Listen id="listen-question" text={question.ask} />
          </View>
          {question.answers.map(({ text: answer, right, explanation }, at) => (
            <Fact
              key={at}
              icon={right ? 'circle-check' : 'message-circle'}
              title={right ? `${publishing.rightMark}：${answer}` : answer}
            >
              {explanation}
            </Fact>
          ))}
        </View>
      </Card>
      <Card>
        <View className="stack">
          <View className="t-strong">{publishing.steps}</View>
          {nextSteps.map((step, at) => (
            <Fact key={at} icon={stepIcons[step.kind]} title={publishing.stepNames[step.kind]}>
              {stepText(step)}
            </Fact>
          ))}
        </View>
      </Card>
      {cards.length > 0 ? (
        <Card>
          <View className="stack">
            <View className="t-strong">{publishing.cards}</View>
            {cards.map((card, at) => (
              <Fact key={at} icon="presentation" title={card.title}>
                {card.text}
              </Fact>
            ))}
          </View>
        </Card>
      ) : null}
      <Card>
        <View className="stack">
          <View className="t-strong">{publishing.sources}</View>
          {sources.map(({ title: name, terms, use }, at) => (
            <Fact key={at} icon="file-text" title={`${publishing.sourceUse[use]} · ${terms}`}>
              {name}
            </Fact>
          ))}
        </View>
      </Card>
    </>
  );
}

const stepIcons: Record<NextStep['kind'], IconName> = {
  book: 'calendar-plus',
  askSchool: 'school',
  call: 'phone',
  tellFamily: 'house',
  guide: 'headphones',
};

function stepText(step: NextStep): string {
  if ('message' in step) return `“${step.message}”`;
  if (step.kind === 'guide') return step.guideId;
  if (step.kind === 'book') return '';
  const names = step.lines.map((id) => nationalLines.find((line) => line.id === id)?.name ?? id);
  return names.join('、');
}

function Lines({ text }: { text: string }) {
  return (
    <View className="stack stack--tight">
      {text.split('\n').map((line, at) => (
        <View key={at}>{line}</View>
      ))}
    </View>
  );
}
