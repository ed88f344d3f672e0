import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Overview } from '@contract/overview';
import type { Measure } from '@rules/figures';
import { useQuery } from '@/cloud/use-query';
import { BigAction } from '@/components/big-action';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { figures, measureNames, shortMonth, sumText } from '@/wording/figures';
import { tensText } from '@/wording/tens';
import '../brings';
import { Bars } from '../parts/bars';
import { ForAdmin } from '../parts/for-admin';
import { OfQuarter } from '../parts/of-quarter';
import { PeriodPicker } from '../parts/period-picker';
import { Save } from '../parts/save';

/** A county or a school in numbers, a closed period at a time. */
export default function OverviewPage() {
  const [asked, setAsked] = useState<string>();
  const query = useQuery('reports.showOverview', asked === undefined ? {} : { period: asked });
  const { data } = query;
  return (
    <Screen
      title={figures.title}
      footer={data?.period !== undefined ? <Save key={data.period} overview={data} /> : undefined}
    >
      <ForAdmin query={query}>
        <Loaded query={query}>
          {(overview) =>
            overview.period === undefined ? (
              <Notice icon="chart-column" title={figures.none} hint={figures.noneHint} />
            ) : (
              <>
                <Heading
                  title={figures.heading(overview.place)}
                  hint={`${figures.hint}${overview.months.length > 1 ? figures.sumHint : ''}`}
                />
                <PeriodPicker
                  periods={overview.periods}
                  period={overview.period}
                  onChange={setAsked}
                />
                <Shown overview={overview} />
              </>
            )
          }
        </Loaded>
      </ForAdmin>
    </Screen>
  );
}

function Shown({ overview }: { overview: Overview }) {
  const { place, counts, months, quarter, answerHours } = overview;
  const text = months.length === 1 ? tensText : sumText;
  const bars = (names: readonly Measure[]) =>
    names.map((name) => ({
      name: measureNames[name].name,
      count: counts[name],
      text: text(counts[name], measureNames[name].unit),
    }));
  return (
    <>
      {place === 'county' ? (
        <BigAction
          id="go-unmet"
          icon="map-pin"
          title={figures.unmet}
          hint={figures.unmetHint}
          onTap={() => open('unmet')}
        />
      ) : null}
      <Bars
        title={figures.groups.use}
        bars={bars(place === 'county' ? ['reached', 'heard', 'booked'] : ['reached', 'booked'])}
      />
      <Bars title={figures.groups.need} bars={bars(['joined', 'twoWeeks', 'noTime', 'tooFar'])} />
      <Bars
        title={figures.groups.answers}
        bars={bars(['answered', 'answeredSoon', 'answers'])}
        hint={
          answerHours === undefined ? figures.answerHoursNone : figures.answerHours(answerHours)
        }
      />
      {months.length > 1 ? (
        <Bars
          title={figures.byMonth}
          bars={months.map((month) => ({
            name: shortMonth(month.month),
            count: month.counts.reached,
            text: tensText(month.counts.reached, measureNames.reached.unit),
          }))}
        />
      ) : null}
      {quarter ? <OfQuarter {...quarter} /> : null}
      {place === 'county' && !quarter ? (
        <Card>
          <View className="t-quiet">{figures.inQuarters}</View>
        </Card>
      ) : null}
    </>
  );
}
