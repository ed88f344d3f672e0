import { View } from '@tarojs/components';
import type { OutputOf } from '@contract';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { statistics } from '@/wording/desk-lists';
import '../brings';
import './index.scss';

type Month = OutputOf<'booking.showStatistics'>['months'][number];

/** The counsellor's own months: a bar says what it counts, so that nothing has to be looked up. */
export default function StatisticsPage() {
  const query = useQuery('booking.showStatistics', {});
  return (
    <Screen title={statistics.title}>
      <Heading title={statistics.heading} hint={statistics.hint} />
      <Loaded query={query}>
        {({ months }) => {
          const most = Math.max(1, ...months.flatMap(({ done, missed }) => [done, missed]));
          return months.every(isEmpty) ? (
            <Notice icon="chart-column" title={statistics.none} hint={statistics.noneHint} />
          ) : (
            months.map((month) => <MonthCard key={month.month} month={month} most={most} />)
          );
        }}
      </Loaded>
    </Screen>
  );
}

const isEmpty = ({ done, missed, cancelled }: Month) => done + missed + cancelled === 0;

function MonthCard({ month, most }: { month: Month; most: number }) {
  const { talked, missed, cancelled, first, referred } = statistics;
  const small = [
    month.cancelled > 0 ? cancelled(month.cancelled) : '',
    month.first > 0 ? first(month.first) : '',
    month.referred > 0 ? referred(month.referred) : '',
  ].filter(Boolean);
  return (
    <Card>
      <View className="stack">
        <View className="t-heading">{statistics.monthLong(month.month)}</View>
        {isEmpty(month) ? <View className="t-quiet">{statistics.nothing}</View> : null}
        {month.done > 0 ? <Bar count={month.done} most={most} text={talked(month.done)} /> : null}
        {month.missed > 0 ? (
          <Bar quiet count={month.missed} most={most} text={missed(month.missed)} />
        ) : null}
        {small.length > 0 ? (
          <View className="t-small t-quiet t-parts">{small.join(' · ')}</View>
        ) : null}
      </View>
    </Card>
  );
}

interface BarProps {
  count: number;
  most: number;
  text: string;
  quiet?: boolean;
}

/** As long as its number; the words stand beside it where they would not fit. */
function Bar({ count, most, text, quiet = false }: BarProps) {
  const percent = Math.round((count / most) * 100);
  const className = `months__bar${quiet ? ' months__bar--quiet' : ''}`;
  const inside = percent >= 50;
  return (
    <View className="months__row">
      <View className={className} style={{ width: `${percent}%` }}>
        {inside ? text : ''}
      </View>
      {inside ? null : <View className="t-small">{text}</View>}
    </View>
  );
}
