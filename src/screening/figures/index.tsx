import { View } from '@tarojs/components';
import * as v from 'valibot';
import type { OutputOf } from '@contract';
import { scales } from '@contract/screening';
import { IdSchema } from '@contract/shapes';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { usePageQuery } from '@/session/use-page-query';
import { screening } from '@/wording/screening';
import { fullDate } from '@/wording/when';
import '../brings';

const words = screening.figures;
const QuerySchema = v.object({ id: IdSchema });

/** Figures for the counsellor of a visit, never without where their cut-offs come from. */
export default function FiguresPage() {
  const appointmentId = usePageQuery(QuerySchema)?.id;
  const query = useQuery(
    'guides.showScreeningFigures',
    appointmentId ? { appointmentId } : undefined,
  );
  const code = query.error?.code;
  if (!appointmentId || code === 'NOT_FOUND' || code === 'FORBIDDEN') {
    return (
      <Screen title={words.title}>
        <Notice icon="lock" title={words.none} hint={words.noneHint} />
      </Screen>
    );
  }
  return (
    <Screen title={words.title}>
      <Loaded query={query}>
        {({ screenings }) =>
          screenings.length === 0 ? (
            <Notice icon="clipboard-list" title={words.none} hint={words.noneHint} />
          ) : (
            <>
              <Heading title={words.heading} hint={words.notDiagnosis} />
              {screenings.map((one) => (
                <One key={`${one.nickname}-${one.respondent}-${one.at}`} screening={one} />
              ))}
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}

type Screening = OutputOf<'guides.showScreeningFigures'>['screenings'][number];

function One({ screening: one }: { screening: Screening }) {
  const { nickname, respondent, at, figures, cutoffs, reached, safety } = one;
  return (
    <Card>
      <View className="stack">
        <View>
          <View className="t-heading">
            {nickname} · {words.who[respondent]}
          </View>
          <View className="t-small t-quiet">{fullDate(at)}</View>
        </View>
        {safety === 'yes' || safety === 'now' ? (
          <Line
            tone="alarm"
            icon="triangle-alert"
            text={safety === 'now' ? words.dangerNow : words.danger}
          />
        ) : null}
        {scales.map((scale) => (
          <View key={scale} className="row row--between">
            <View className="t-strong">{words.scales[scale]}</View>
            <View className="row">
              <View>{words.of(figures[scale], cutoffs[scale])}</View>
              {reached.includes(scale) ? (
                <Chip tone="coming" text={words.reached} />
              ) : (
                <Chip tone="plain" text={words.below} />
              )}
            </View>
          </View>
        ))}
        {figures.blanks > 0 ? (
          <View className="t-small t-quiet">{words.blanks(figures.blanks)}</View>
        ) : null}
        <Fact icon="info" title={words.validated}>
          <View className="t-small">{cutoffs.validatedFor}</View>
        </Fact>
        <Fact icon="book-open" title={words.source}>
          <View className="t-small">{cutoffs.source}</View>
        </Fact>
        <View className="t-small t-quiet">
          {words.form}：{one.formName} · {one.version}
        </View>
      </View>
    </Card>
  );
}
