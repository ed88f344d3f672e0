import type { Advice } from '@contract/screening';
import { callsForHelp } from '@rules/screening';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { HelpCard } from '@/components/help-card';
import { Skeleton } from '@/components/loaded';
import { Screen } from '@/components/screen';
import { DirectoryWay } from '@/components/ways';
import { back, open, replaceWith } from '@/session/routes';
import { screening as words } from '@/wording/screening';
import { book } from '../parts/book';
import type { About } from '../parts/child-of';
import type { Draft } from '../parts/draft';
import { SendingLine } from './danger';
import type { Sending } from './use-sending';

interface Props {
  about: About;
  draft: Draft;
  sending: Sending;
}

const guideOf = { caregiver: 'c1-signs', teacher: 't1-ten-signs' } as const;

/** One sentence, no number and no word for a kind of child; and the way on. */
export function Result({ about, draft, sending }: Props) {
  const { childId, as } = about;
  const { advice, busy, failed, send } = sending;
  const helps = callsForHelp(draft.answers, draft.safety);
  return (
    <Screen
      title={words.title}
      onBack={back}
      footer={advice ? <Ways about={about} advice={advice} /> : undefined}
    >
      {helps ? <HelpCard /> : null}
      {advice ? (
        <>
          <Heading
            title={words.adviceTitle}
            spoken={`${words.adviceTitle}。${words.advice[as][advice]}`}
          />
          <Card tone={advice === 'talk' ? 'people' : 'soft'}>{words.advice[as][advice]}</Card>
          {as === 'teacher' && advice === 'talk' ? <DirectoryWay /> : null}
          {as === 'caregiver' ? (
            <Choice
              id="mood"
              icon="hand-heart"
              title={words.mood.heading}
              hint={words.mood.hint}
              onTap={() => open('ownMood')}
            />
          ) : null}
        </>
      ) : null}
      {!advice && busy ? <Skeleton count={1} /> : null}
      <SendingLine sending={sending} onRetry={() => void send(draft)} />
      {failed?.retry === 'never' ? (
        <Button
          id="start"
          look="soft"
          label={words.home}
          onTap={() => replaceWith('screening', { childId, as })}
        />
      ) : null}
    </Screen>
  );
}

function Ways({ about: { childId, as }, advice }: { about: About; advice: Advice }) {
  const guide = (
    <Button
      id="guide"
      look="soft"
      icon="headphones"
      label={words.guide}
      onTap={() => open('guide', { id: guideOf[as] })}
    />
  );
  if (as === 'teacher') {
    return (
      <>
        <Button id="done" label={words.home} onTap={back} />
        {guide}
      </>
    );
  }
  return (
    <>
      <Button
        id="book"
        look={advice === 'talk' ? 'main' : 'soft'}
        icon="calendar-plus"
        label={words.book}
        onTap={() => book(childId)}
      />
      {guide}
    </>
  );
}
