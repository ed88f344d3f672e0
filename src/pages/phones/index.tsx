import { View } from '@tarojs/components';
import type { Hotline } from '@contract/directory';
import { nationalLines } from '@contract/national-lines';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Fact } from '@/components/fact';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { useQuery } from '@/cloud/use-query';
import { open } from '@/session/routes';
import { useCounty } from '@/session/session';
import { common, verifiedOn } from '@/wording/common';
import { help } from '@/wording/help';
import { fullDate } from '@/wording/when';
import { CheckedLine } from './checked-line';

/**
 * Telephone numbers before anything else: shown at once, without network and without signing in.
 * The numbers of the country travel with the app; the county's are added when they are known.
 */
export default function PhonesPage() {
  const county = useCounty();
  const query = useQuery('directory.listHotlines', { county });
  const lines = withNational(query.data?.hotlines ?? []);
  const urgent = lines.filter((line) => line.urgent);
  const others = lines.filter((line) => !line.urgent);
  const oldest = Math.min(...lines.map((line) => line.verifiedAt));
  return (
    <Screen title={help.phonesTitle} isHelp>
      <Heading title={help.phonesHeading} hint={help.phonesHint} />
      <Card tone="alarm">
        <View className="stack">
          <View className="t-heading t-alarm">{help.danger}</View>
          {urgent.map((line) => (
            <CheckedLine key={line.id} line={{ ...line, hours: undefined }} />
          ))}
          <View className="t-strong">{help.nowDo}</View>
          <Fact icon="hand">{help.stay}</Fact>
          <Fact icon="lock">{help.lock}</Fact>
        </View>
      </Card>
      <View className="t-heading">{help.talk}</View>
      {others.map((line) => (
        <CheckedLine key={line.id} line={line} />
      ))}
      <Choice
        id="go-directory"
        icon="map-pin"
        title={help.directoryLink}
        onTap={() => open('directory')}
      />
      <Line
        tone="quiet"
        icon={query.error?.code === 'OFFLINE' ? 'wifi-off' : 'info'}
        text={`${query.error?.code === 'OFFLINE' ? `${common.offline}。` : ''}${verifiedOn(fullDate(oldest))}`}
      />
    </Screen>
  );
}

/** A list that came from the server may be short or empty; the country's numbers are never missing. */
function withNational(known: Hotline[]): Hotline[] {
  const missing = nationalLines.filter(
    (line) => !known.some(({ number }) => number === line.number),
  );
  return [...known, ...missing].sort((a, b) => a.order - b.order);
}
