import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ArrivalMonth, Came } from '@contract/campaign';
import { isWholeCounty } from '@rules/campaign';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { backTo } from '@/session/routes';
import { reach } from '@/wording/reach';
import '../brings';

/** How many came from where and by which code, a month at a time. */
export default function ArrivalsPage() {
  const query = useQuery('reach.showArrivals', {});
  const [at, setAt] = useState(0);
  const refused = query.error?.code === 'FORBIDDEN' || query.error?.code === 'NOT_SIGNED_IN';
  if (refused) {
    return (
      <Screen title={reach.arrivalsTitle}>
        <Notice icon="lock" title={reach.notAdmin} hint={reach.notAdminHint} />
      </Screen>
    );
  }
  return (
    <Screen title={reach.arrivalsTitle}>
      <Heading title={reach.arrivalsHeading} hint={reach.arrivalsHint} />
      <Loaded query={query}>
        {({ months }) => {
          const month = months[at] ?? months[0];
          if (!month) {
            return (
              <Notice
                icon="chart-column"
                title={reach.none}
                hint={reach.noneHint}
                action={{
                  id: 'to-codes',
                  label: reach.toCodes,
                  onTap: () => backTo('reachCodes'),
                }}
              />
            );
          }
          return (
            <>
              <View className="t-heading">{reach.month(month.month)}</View>
              <Places month={month} />
              <View className="grid-2">
                {months[at + 1] ? (
                  <Button
                    id="earlier"
                    look="soft"
                    label={reach.earlier}
                    onTap={() => setAt(at + 1)}
                  />
                ) : null}
                {at > 0 ? (
                  <Button id="later" look="soft" label={reach.later} onTap={() => setAt(at - 1)} />
                ) : null}
              </View>
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
}

function Places({ month: { places } }: { month: ArrivalMonth }) {
  const { data } = useQuery('directory.listRegions', {});
  const nameOf = (place: string) =>
    isWholeCounty(place)
      ? reach.wholeCounty
      : (data?.townships.find(({ code }) => code === place)?.name ?? place);
  return (
    <>
      {places.map(({ place, came }) => (
        <Card key={place}>
          <View className="stack">
            <View className="t-strong">{nameOf(place)}</View>
            {came.map((one) => (
              <Way key={one.channel} came={one} />
            ))}
          </View>
        </Card>
      ))}
    </>
  );
}

const Way = ({ came: { channel, people } }: { came: Came }) => (
  <View className="row">
    <View className="grow">{reach.channels[channel]}</View>
    <View className="t-strong">{reach.people(people)}</View>
  </View>
);
