import { View } from '@tarojs/components';
import type { Urgency, Watcher } from '@rules/warning-signs';
import { readSaved } from '@/cloud/cache';
import { useQuery } from '@/cloud/use-query';
import { Choice } from '@/components/choice';
import { GuideCard } from '@/components/guide-card';
import { Heading } from '@/components/heading';
import { Skeleton } from '@/components/loaded';
import { Line } from '@/components/notice';
import { DirectoryWay, PhonesWay } from '@/components/ways';
import { useHeardGuides } from '@/session/reading';
import { open } from '@/session/routes';
import { useTownship } from '@/session/session';
import { signs } from '@/wording/signs';
import { BookStep } from '../parts/book-step';
import { HelpCard } from '@/components/help-card';

interface Props {
  who: Watcher;
  urgency: Urgency;
  guideIds: readonly string[];
}

/** The way on, the most urgent first. In danger the telephone, whatever the network does. */
export function Results({ who, urgency, guideIds }: Props) {
  const danger = urgency === 'danger';
  const heading = <Heading title={signs.results[urgency]} hint={signs.resultHints[urgency]} />;
  return (
    <>
      {danger ? <HelpCard /> : heading}
      {danger ? heading : null}
      <View className="t-heading">{signs.listen}</View>
      <Guides who={who} guideIds={guideIds} />
      <View className="t-heading">{signs.people}</View>
      <BookStep />
      <DirectoryWay />
      {danger ? null : <QuestionsWay who={who} />}
      {danger ? null : <PhonesWay />}
    </>
  );
}

/** For the only child there is; with several, each child's own page leads there. */
function QuestionsWay({ who }: Pick<Props, 'who'>) {
  const children = readSaved('account.home', {})?.data.children ?? [];
  const [only] = children;
  if (who !== 'caregiver' || children.length !== 1 || !only) return null;
  return (
    <Choice
      id="screening"
      icon="clipboard-list"
      title={signs.screening}
      hint={signs.screeningHint}
      onTap={() => open('screening', { childId: only.id, as: 'caregiver' })}
    />
  );
}

function Guides({ who, guideIds }: Pick<Props, 'who' | 'guideIds'>) {
  const township = useTownship();
  const query = useQuery('guides.listGuides', { audience: who, township });
  const heard = useHeardGuides();
  if (!query.data) {
    if (!query.error) return <Skeleton count={guideIds.length} />;
    return <Line icon="wifi-off" text={signs.guidesFailed} />;
  }
  const list = query.data.guides;
  const found = guideIds.flatMap((guideId) => list.find(({ id }) => id === guideId) ?? []);
  return (
    <>
      {found.map((guide) => (
        <GuideCard key={guide.id} guide={guide} heard={heard(guide)} />
      ))}
    </>
  );
}
