import { View } from '@tarojs/components';
import type { Service } from '@contract/directory';
import { dayOf, startOfDay } from '@rules/dates';
import { isClosed } from '@rules/directory-records';
import { serverNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { dial, openMap } from '@/session/device';
import { verifiedOn } from '@/wording/common';
import { help } from '@/wording/help';
import { accessNames, serviceKindNames, travelText } from '@/wording/names';
import { fullDate } from '@/wording/when';

/** One main thing to do: book where that is possible, otherwise call; of one that has closed only the map. */
export function ServiceActions({ service, onBook }: { service: Service; onBook: () => void }) {
  const { phone } = service;
  const open = !isClosed(service.closedOn, dayOf(serverNow()));
  if (open && service.ways.includes('book'))
    return <Button id="book" icon="calendar-plus" label={help.bookHere} onTap={onBook} />;
  if (open && phone)
    return <Button id="call" icon="phone" label={help.call} onTap={() => void dial(phone)} />;
  return <Button id="map" icon="map" label={help.map} onTap={() => void openMap(service)} />;
}

/** Everything one needs to know before going, as a family reads it. */
export function ServiceDetails({ service }: { service: Service }) {
  const { phone, referredBy, ways } = service;
  return (
    <>
      <Heading title={service.name} spoken={spokenText(service)} />
      {service.closedOn === undefined ? null : (
        <Line
          icon="calendar-x"
          text={
            isClosed(service.closedOn, dayOf(serverNow()))
              ? help.closed
              : help.closing(fullDate(startOfDay(service.closedOn)))
          }
        />
      )}
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
