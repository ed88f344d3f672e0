import { View } from '@tarojs/components';
import type { FamilyAnnouncement } from '@contract/announcements';
import { Button } from '@/components/button';
import { Line } from '@/components/notice';
import { announcement as words } from '@/wording/announcement';
import { useReactions, type Reacted } from './use-reactions';

interface Props {
  about: FamilyAnnouncement;
  /** `小树`, when the family has several children. */
  nameOf: (childId: string) => string | undefined;
}

/** What is asked of the family, for each child it is for: a tap, or a choice. */
export function Reactions({ about, nameOf }: Props) {
  const { reactions, react } = useReactions(about);
  return (
    <>
      {reactions.map((reaction) => {
        const { childId, refused, waiting } = reaction;
        const name = nameOf(childId);
        return (
          <View key={childId} className="stack">
            {name ? <View className="t-strong">{words.forChild(name)}</View> : null}
            {refused ? <Line tone="alarm" icon="circle-alert" text={refused} /> : null}
            {about.kind === 'answer' ? (
              <Choices
                about={about}
                reaction={reaction}
                onChoose={(choice) => react(childId, choice)}
              />
            ) : reaction.mine ? (
              <Line tone="quiet" icon="circle-check" text={words.known} />
            ) : (
              <>
                {reaction.done ? <Line tone="quiet" icon="circle-check" text={words.seen} /> : null}
                <Button
                  id={`know-${childId}`}
                  icon="check"
                  label={words.know}
                  onTap={() => react(childId)}
                />
              </>
            )}
            {waiting ? <Line tone="quiet" icon="send" text={words.waits} /> : null}
          </View>
        );
      })}
    </>
  );
}

function Choices({
  about,
  reaction,
  onChoose,
}: {
  about: FamilyAnnouncement;
  reaction: Reacted;
  onChoose: (choice: number) => void;
}) {
  const chosen = reaction.choice === undefined ? undefined : about.choices[reaction.choice];
  return (
    <>
      {chosen ? (
        <Line
          tone="quiet"
          icon="circle-check"
          text={`${words.chosen(chosen)}。${words.changeable}`}
        />
      ) : (
        <View className="t-quiet">{words.choose}</View>
      )}
      {about.choices.map((choice, index) => (
        <Button
          key={choice}
          id={`choice-${reaction.childId}-${index}`}
          look={index === reaction.choice ? 'main' : 'soft'}
          label={choice}
          onTap={() => onChoose(index)}
        />
      ))}
    </>
  );
}
