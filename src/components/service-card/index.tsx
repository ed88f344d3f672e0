import { View } from '@tarojs/components';
import type { ServiceSummary } from '@contract/directory';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import { open } from '@/session/routes';
import { accessNames, serviceKindNames, travelText } from '@/wording/names';

interface Props {
  service: ServiceSummary;
  /** Otherwise it opens the service. */
  onTap?: () => void;
}

/** One service in the list: what it is for, how far, what it costs, how one gets in. */
export function ServiceCard({ service, onTap }: Props) {
  const { id, name, kinds, ways, townshipName, travel, cost } = service;
  const facts = [travelText(travel) ?? townshipName, cost].join(' · ');
  const kindText = kinds.map((kind) => serviceKindNames[kind]).join('、');
  return (
    <Card
      id={`service-${id}`}
      label={`${name}，${kindText}，${facts}`}
      onTap={onTap ?? (() => open('service', { id }))}
    >
      <View className="row">
        <View className="grow stack stack--tight">
          <View className="t-strong">{name}</View>
          <View className="t-small t-quiet">{kindText}</View>
          <View className="t-small t-quiet">{facts}</View>
          <View className="row row--wrap">
            {ways.map((way) => (
              <Chip key={way} tone={way === 'book' ? 'act' : 'people'} text={accessNames[way]} />
            ))}
          </View>
        </View>
        <Icon name="chevron-right" />
      </View>
    </Card>
  );
}
