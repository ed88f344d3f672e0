import { View } from '@tarojs/components';
import type { Urgency, Watcher } from '@rules/warning-signs';
import { useQuery } from '@/cloud/use-query';
import { GuideCard } from '@/components/guide-card';
import { Heading } from '@/components/heading';
import { Skeleton } from '@/components/loaded';
import { Line } from '@/components/notice';
import { DirectoryWay, PhonesWay } from '@/components/ways';
import { useHeardGuides } from '@/session/reading';
import { useTownship } from '@/session/session';
import { signs } from '@/wording/signs';
import { BookStep } from '../parts/book-step';
import { HelpCard } from '../parts/help-card';

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
      {danger ? null : <PhonesWay />}
    </>
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
