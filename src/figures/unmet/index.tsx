import { View } from '@tarojs/components';
import type { TownshipFigures } from '@contract/overview';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { figures, periodText, unmet } from '@/wording/figures';
import '../brings';
import { Bars } from '../parts/bars';
import { ForAdmin } from '../parts/for-admin';
import { Save } from '../parts/save';
import { saidOf, shortOf, worstFirst } from './said';

/** Where a county is short of help, to be read out to whoever decides about it. */
export default function UnmetPage() {
  const known = useQuery('reports.showOverview', {});
  const quarter = known.data?.periods.find((period) => period.includes('Q'));
  const query = useQuery(
    'reports.showOverview',
    quarter === undefined ? undefined : { period: quarter },
  );
  const none = known.data !== undefined && quarter === undefined;
  return (
    <Screen
      title={unmet.title}
      footer={query.data?.quarter ? <Save overview={query.data} /> : undefined}
    >
      <ForAdmin query={known}>
        {none ? (
          <Notice icon="map-pin" title={unmet.noQuarter} hint={unmet.noQuarterHint} />
        ) : (
          <Loaded query={quarter === undefined ? known : query}>
            {({ period = '', quarter: of }) =>
              of ? (
                <Townships period={period} townships={of.townships} />
              ) : (
                <Notice icon="lock" title={figures.notAdmin} hint={unmet.countyOnly} />
              )
            }
          </Loaded>
        )}
      </ForAdmin>
    </Screen>
  );
}

function Townships({ period, townships }: { period: string; townships: TownshipFigures[] }) {
  const short = worstFirst(townships.filter(shortOf));
  const others = townships.filter((township) => !shortOf(township)).map(({ name }) => name);
  const rest = others.length > 0 ? unmet.rest(others.join('、')) : '';
  const said = short.map((township) => `${township.name}：${saidOf(township).join('')}`);
  return (
    <>
      <Heading
        title={unmet.heading}
        hint={unmet.hint(period)}
        spoken={[`${periodText(period)}，${unmet.heading}。`, ...said, rest].join('\n')}
      />
      {short.length === 0 ? (
        <Notice icon="map-pin" title={unmet.none} hint={unmet.noneHint} />
      ) : (
        <>
          <Bars
            title={unmet.twoWeeksTitle}
            bars={short.map(({ name, counts }) => ({
              ...{ name, count: counts.twoWeeks },
              text: unmet.shortCount(counts.twoWeeks),
            }))}
          />
          {short.map((township) => (
            <Card key={township.code}>
              <View className="stack">
                <View className="t-heading">{township.name}</View>
                {saidOf(township).map((sentence) => (
                  <View key={sentence}>{sentence}</View>
                ))}
              </View>
            </Card>
          ))}
        </>
      )}
      {short.length > 0 && rest ? <View className="t-quiet">{rest}</View> : null}
    </>
  );
}
