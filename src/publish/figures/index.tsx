import { View } from '@tarojs/components';
import type { Figures } from '@contract/publishing';
import { countKinds } from '@rules/guide-figures';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { publishing } from '@/wording/publishing';
import '../brings';
import { ForDesk } from '../parts/for-desk';
import { useVersion } from '../parts/version-of';
import './index.scss';

/** How many heard a guide, by township: bars that say what they count. */
export default function FiguresPage() {
  const version = useVersion();
  const query = useQuery('guides.showFigures', version ? { guideId: version.guideId } : null);
  const regions = useQuery('directory.listRegions', {});
  const nameOf = (code: string) =>
    regions.data?.townships.find((township) => township.code === code)?.name ?? code;
  return (
    <Screen title={publishing.figuresTitle}>
      <ForDesk query={query}>
        <Heading title={publishing.figuresHeading} hint={publishing.figuresHint} />
        <Loaded query={query}>
          {({ through, total, townships }) => {
            const all = [total, ...townships];
            const most = Math.max(1, ...all.flatMap((row) => countKinds.map((kind) => row[kind])));
            return through === undefined ? (
              <Notice
                icon="chart-column"
                title={publishing.noFigures}
                hint={publishing.noFiguresHint}
              />
            ) : (
              <>
                <View>{publishing.figuresUntil(through)}</View>
                <Bars title={publishing.wholeCounty} figures={total} most={most} />
                {townships.map((row) => (
                  <Bars key={row.township} title={nameOf(row.township)} figures={row} most={most} />
                ))}
                <View className="t-quiet">{publishing.otherTownships}</View>
              </>
            );
          }}
        </Loaded>
      </ForDesk>
    </Screen>
  );
}

function Bars({ title, figures, most }: { title: string; figures: Figures; most: number }) {
  return (
    <Card>
      <View className="stack">
        <View className="t-heading">{title}</View>
        {countKinds.map((kind) => {
          const count = figures[kind];
          const percent = Math.round((count / most) * 100);
          return (
            <View key={kind}>
              <View className="row row--between">
                <View>{publishing.figureNames[kind]}</View>
                <View className="t-strong">{publishing.people(count)}</View>
              </View>
              <View className="figures__bar" ariaHidden>
                <View className="figures__part" style={{ width: `${percent}%` }} />
              </View>
            </View>
          );
        })}
      </View>
    </Card>
  );
}
