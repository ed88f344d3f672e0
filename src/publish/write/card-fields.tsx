import { View } from '@tarojs/components';
import type { Card } from '@contract/guides';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { publishing } from '@/wording/publishing';
import { TextArea } from '@/components/text-area';

interface Props {
  cards: Card[];
  onChange: (cards: Card[]) => void;
}

/** As many as the contract takes. */
const most = 12;

/** Cards for a talk in class, one after another: what the teacher shows or asks. */
export function CardFields({ cards, onChange }: Props) {
  const change = (number: number, part: Partial<Card>) =>
    onChange(cards.map((card, at) => (at === number ? { ...card, ...part } : card)));
  return (
    <>
      <View className="t-small t-quiet">{publishing.cardsHint}</View>
      {cards.map((card, number) => (
        <View key={number} className="stack">
          <View>
            <View className="t-strong">{publishing.card(number + 1)}</View>
            <Field
              id={`card-title-${number}`}
              label={publishing.cardTitle}
              value={card.title}
              placeholder={publishing.cardTitle}
              maxLength={24}
              onChange={(title) => change(number, { title })}
            />
          </View>
          <TextArea
            id={`card-text-${number}`}
            label={publishing.cardText}
            value={card.text}
            placeholder={publishing.cardExample}
            maxLength={400}
            onChange={(text) => change(number, { text })}
          />
          <Button
            id={`remove-card-${number}`}
            look="quiet"
            icon="trash-2"
            label={publishing.removeCard}
            onTap={() => onChange(cards.filter((_, at) => at !== number))}
          />
        </View>
      ))}
      {cards.length < most ? (
        <Button
          id="add-card"
          look="soft"
          icon="plus"
          label={publishing.addCard}
          onTap={() => onChange([...cards, { title: '', text: '' }])}
        />
      ) : null}
    </>
  );
}
