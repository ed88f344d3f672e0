import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import type { ServiceSummary } from '@contract/directory';
import { serviceKinds, type ServiceKind } from '@contract/enums';
import { countyOf } from '@rules/reach';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Heading } from '@/components/heading';
import { Failed, Loaded, Skeleton } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { TownshipPicker } from '@/components/township-picker';
import { useSession, useTownship } from '@/session/session';
import { help } from '@/wording/help';
import { ServiceCard } from '@/components/service-card';
import './index.scss';
import '../brings';

/** Who can help nearby. No account, no permission for the place: the township is picked. */
export default function DirectoryPage() {
  const regions = useQuery('directory.listRegions', {});
  const own = useTownship();
  const [picked, setPicked] = useState<string>();
  const from = picked ?? own;
  const setPlace = useSession((session) => session.setPlace);
  const [kind, setKind] = useState<ServiceKind | undefined>(undefined);
  useShareAppMessage(() => ({ title: help.directoryHeading, path: '/help/directory/index' }));

  // One county in most deployments: its list is there before anybody has picked a township.
  const home = from ?? regions.data?.townships[0]?.code;
  return (
    <Screen title={help.directoryTitle}>
      <Heading title={help.directoryHeading} />
      {regions.data ? (
        <TownshipPicker
          id="township"
          title={help.township}
          hint={help.townshipHint}
          value={from}
          onChange={(township) => {
            setPicked(township);
            setPlace(township);
          }}
        />
      ) : null}
      <View className="kinds" ariaRole="radiogroup">
        {[undefined, ...serviceKinds].map((choice) => (
          <View
            key={choice ?? 'all'}
            id={`kind-${choice ?? 'all'}`}
            className={`kinds__choice${choice === kind ? ' kinds__choice--on' : ''}`}
            ariaRole="radio"
            ariaChecked={choice === kind}
            onClick={() => setKind(choice)}
          >
            {choice ? help.kinds[choice] : help.all}
          </View>
        ))}
      </View>
      {home ? (
        <Services key={`${home}-${kind ?? ''}`} county={countyOf(home)} from={from} kind={kind} />
      ) : regions.error ? (
        <Failed error={regions.error} onRetry={regions.reload} />
      ) : (
        <Skeleton count={3} />
      )}
    </Screen>
  );
}

interface ServicesProps {
  county: string;
  from: string | undefined;
  kind: ServiceKind | undefined;
}

function Services({ county, from, kind }: ServicesProps) {
  const input = { county, from, kind };
  const query = useQuery('directory.listServices', input);
  const first = query.data && { rows: query.data.services, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('directory.listServices', { ...input, cursor });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.services, next: answer.data.next } };
  });

  return (
    <Loaded query={query} skeleton={4}>
      {() =>
        more.rows.length === 0 ? (
          <Notice icon="search" title={help.none} hint={help.noneHint} />
        ) : (
          <>
            {byDistance(more.rows).map((service) => (
              <ServiceCard key={service.id} service={service} />
            ))}
            <MoreButton more={more} />
          </>
        )
      }
    </Loaded>
  );
}

/** Nearest first; where nobody told how far, the order of the list stays. */
function byDistance(services: ServiceSummary[]): ServiceSummary[] {
  const far = ({ travel }: ServiceSummary) => travel?.minutes ?? Number.MAX_SAFE_INTEGER;
  return [...services].sort((a, b) => far(a) - far(b));
}
