import { View } from '@tarojs/components';
import type { GuideSummary } from '@contract/reading';
import { open } from '@/session/routes';
import { guides } from '@/wording/guides';
import { Card } from '../card';
import { Icon } from '../icon';
import { pictureIcons } from './pictures';
import './index.scss';

interface Props {
  guide: GuideSummary;
  /** It was heard to its end. */
  heard: boolean;
  /** Instead of opening it on top of this page. */
  onTap?: () => void;
  /** Given: one of several of which one is chosen. */
  selected?: boolean;
}

/** A guide in a list: a picture, what it is called, what one can do afterwards. */
export function GuideCard({ guide, heard, onTap, selected }: Props) {
  const { id, title, purpose, picture, crisisRelated, expired } = guide;
  const marks = [
    ...(crisisRelated ? [guides.urgent] : []),
    ...(expired ? [guides.renewing] : []),
    ...(heard ? [guides.heard] : []),
  ];
  return (
    <Card
      id={`guide-${id}`}
      label={[title, purpose, ...marks].join('，')}
      isChoice={selected !== undefined}
      selected={selected ?? false}
      onTap={onTap ?? (() => open('guide', { id }))}
    >
      <View className="guide-card">
        <View className={`guide-card__dot${crisisRelated ? ' guide-card__dot--alarm' : ''}`}>
          <Icon name={pictureIcons[picture]} size="large" />
        </View>
        <View className="grow">
          <View className="t-strong">{title}</View>
          <View className="t-small t-quiet">{purpose}</View>
          {marks.length > 0 ? (
            <View className="guide-card__marks">
              {crisisRelated ? (
                <View className="t-small guide-card__mark guide-card__mark--alarm">
                  <Icon name="phone" size="small" />
                  <View>{guides.urgent}</View>
                </View>
              ) : null}
              {expired ? <View className="t-small guide-card__mark">{guides.renewing}</View> : null}
              {heard ? (
                <View className="t-small guide-card__mark guide-card__mark--heard">
                  <Icon name="circle-check" size="small" />
                  <View>{guides.heard}</View>
                </View>
              ) : null}
            </View>
          ) : null}
        </View>
        {selected ? <Icon name="check" /> : null}
      </View>
    </Card>
  );
}
