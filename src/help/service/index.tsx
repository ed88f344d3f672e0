import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import * as v from 'valibot';
import type { Service } from '@contract/directory';
import { IdSchema } from '@contract/shapes';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Heading } from '@/components/heading';
import { Fact } from '@/components/fact';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { useBookingDraft } from '@/session/booking-draft';
import { dial, openMap } from '@/session/device';
import { open } from '@/session/routes';
import { useSession, useTownship } from '@/session/session';
import { usePageQuery } from '@/session/use-page-query';
import { verifiedOn } from '@/wording/common';
import { help } from '@/wording/help';
import { accessNames, serviceKindNames, travelText } from '@/wording/names';
import { fullDate } from '@/wording/when';

const QuerySchema = v.object({ id: IdSchema });

/** Everything one needs to know before going: how to get in, where, when, what it costs, what happens. */
export default function ServicePage() {
  const id = usePageId();
  const from = useTownship();
  const query = useQuery('directory.getService', id ? { id, from } : undefined);
  const signedIn = useSession((session) => session.person.signedIn);
  const begin = useBookingDraft((draft) => draft.begin);
  useShareAppMessage(() => ({
    title: query.data?.name ?? help.directoryHeading,
    path: `/help/service/index?id=${id ?? ''}`,
  }));

  function book() {
    begin(undefined);
    if (signedIn) open('bookingChild');
    else open('who', { then: 'book' });
  }

  const service = query.data;
  return (
    <Screen
      title={help.serviceTitle}
      footer={service ? <Actions service={service} onBook={book} /> : undefined}
    >
      {id ? (
        <Loaded query={query} skeleton={4}>
          {(found) => <Details service={found} />}
        </Loaded>
      ) : (
        <Notice icon="search" title={help.none} />
      )}
    </Screen>
  );
}

function usePageId(): string | undefined {
  return usePageQuery(QuerySchema)?.id;
}

/** One main thing to do: book where that is possible, otherwise call. */
function Actions({ service, onBook }: { service: Service; onBook: () => void }) {
  const { phone } = service;
  if (service.ways.includes('book'))
    return <Button id="book" icon="calendar-plus" label={help.bookHere} onTap={onBook} />;
  if (phone)
    return <Button id="call" icon="phone" label={help.call} onTap={() => void dial(phone)} />;
  return <Button id="map" icon="map" label={help.map} onTap={() => void openMap(service)} />;
}

function Details({ service }: { service: Service }) {
  const { phone, referredBy, ways } = service;
  return (
    <>
      <Heading title={service.name} spoken={spokenText(service)} />
      <View className="row row--wrap">
        {service.kinds.map((kind) => (
          <Chip key={kind} tone="people" text={serviceKindNames[kind]} />
        ))}
      </View>
      <Card>
        <View className="stack">
          <Fact icon="door-open" title={help.how}>
            {ways
              .map((way) =>
                way === 'referral' && referredBy ? help.referredBy(referredBy) : accessNames[way],
              )
              .join('，或者')}
          </Fact>
          <Fact icon="clock" title={help.hours}>
            {service.hours}
          </Fact>
          <Fact icon="wallet" title={help.cost}>
            {service.cost}
          </Fact>
          {service.travel ? (
            <Fact icon="footprints" title={help.travel}>
              {travelText(service.travel)}
            </Fact>
          ) : null}
          <Fact icon="map-pin" title={help.where}>
            {[service.address, service.directions].join('。')}
          </Fact>
          <Fact icon="languages" title={help.languages}>
            {service.languages.join('、')}
          </Fact>
        </View>
      </Card>
      <Card>
        <View className="stack">
          <Fact icon="info" title={help.whatHappens}>
            {service.whatHappens}
          </Fact>
          <Fact icon="backpack" title={help.bring}>
            {service.bring}
          </Fact>
        </View>
      </Card>
      <View className="grid-2">
        {phone ? (
          <Button
            id="call-here"
            look="soft"
            icon="phone"
            label={help.call}
            onTap={() => void dial(phone)}
          />
        ) : null}
        <Button
          id="map-here"
          look="soft"
          icon="map"
          label={help.map}
          onTap={() => void openMap(service)}
        />
      </View>
      <Line
        tone="quiet"
        icon="info"
        text={[
          verifiedOn(fullDate(service.verifiedAt)),
          service.demonstration ? help.demonstration : '',
        ]
          .filter(Boolean)
          .join('。')}
      />
    </>
  );
}

function spokenText(service: Service): string {
  return [
    service.name,
    service.whatHappens,
    `${help.cost}？${service.cost}`,
    `${help.where}？${service.directions}`,
    `${help.bring}？${service.bring}`,
  ].join('。');
}
