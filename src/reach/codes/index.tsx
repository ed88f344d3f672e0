import { View } from '@tarojs/components';
import { useState } from 'react';
import { channels, type Channel } from '@contract/arriving';
import { countyPlace } from '@rules/campaign';
import { useQuery } from '@/cloud/use-query';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import type { IconName } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { Tile } from '@/components/tile';
import { TownshipPicker } from '@/components/township-picker';
import { open } from '@/session/routes';
import { usePerson } from '@/session/use-person';
import { reach } from '@/wording/reach';
import '../brings';
import { CodeScreen } from './code-screen';

const icons: Record<Channel, IconName> = {
  poster: 'image',
  leaflet: 'file-text',
  television: 'presentation',
  loudspeaker: 'volume-2',
  meeting: 'school',
  group: 'message-circle',
};

/** Where a code is to be used and for what; then the code itself, and the words that go with it. */
export default function CodesPage() {
  const { person, waiting } = usePerson();
  const county = person.posts?.find(({ role, schoolId }) => role === 'admin' && !schoolId)?.county;
  if (county) return <Codes county={county} />;
  return (
    <Screen title={reach.title}>
      {waiting ? <Loaded query={waiting}>{() => <NotAdmin />}</Loaded> : <NotAdmin />}
    </Screen>
  );
}

const NotAdmin = () => <Notice icon="lock" title={reach.notAdmin} hint={reach.notAdminHint} />;

function Codes({ county }: { county: string }) {
  const [whole, setWhole] = useState(true);
  const [township, setTownship] = useState<string>();
  const [channel, setChannel] = useState<Channel>('poster');
  const { data } = useQuery('directory.listRegions', {});
  const ofCounty = data?.townships.filter(({ code }) => code.startsWith(county)) ?? [];
  const place = whole ? countyPlace(county) : township;
  const name = whole
    ? ofCounty[0]?.countyName
    : ofCounty.find(({ code }) => code === township)?.name;

  return (
    <CodeScreen place={place} name={name} channel={channel}>
      <Heading title={reach.heading} hint={reach.hint} />
      <Segments
        id="where"
        label={reach.where}
        value={whole ? 'county' : 'township'}
        choices={[
          { value: 'county', text: reach.wholeCounty },
          { value: 'township', text: reach.oneTownship },
        ]}
        onChange={(value) => setWhole(value === 'county')}
      />
      {whole ? null : (
        <TownshipPicker
          id="township"
          title={reach.township}
          value={township}
          onChange={setTownship}
        />
      )}
      <View className="t-heading">{reach.how}</View>
      <View className="grid-2" ariaRole="radiogroup" ariaLabel={reach.how}>
        {channels.map((one) => (
          <Tile
            key={one}
            id={`channel-${one}`}
            kind="radio"
            icon={icons[one]}
            label={reach.channels[one]}
            selected={one === channel}
            onTap={() => setChannel(one)}
          />
        ))}
      </View>
      <Choice
        id="go-arrivals"
        icon="chart-column"
        title={reach.arrivals}
        onTap={() => open('arrivals')}
      />
    </CodeScreen>
  );
}
