import { View } from '@tarojs/components';
import type { CircleMember } from '@contract/family';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Face } from '@/components/face';
import { Icon } from '@/components/icon';
import { circle, memberName, standingText } from '@/wording/circle';
import './member-card.scss';

interface Props {
  member: CircleMember;
  onRemove: () => void;
}

/** One adult: face, who it is, what they may do, since when. */
export function MemberCard({ member, onRemove }: Props) {
  const name = memberName(member);
  return (
    <Card id={`member-${member.id}`}>
      <View className="row">
        <Face of={member.standing === 'proxy' ? 'proxy' : member.relation} />
        <View className="grow">
          <View className="row">
            <View className="t-heading">{name}</View>
            {member.me ? <Chip text={circle.me} /> : null}
          </View>
          <View className="t-small">{standingText(member)}</View>
          <View className="t-small t-quiet">{circle.since(member.since)}</View>
        </View>
        {member.removable && !member.me ? (
          <View
            id={`remove-${member.id}`}
            className="member-card__remove"
            hoverClass="card--pressed"
            ariaRole="button"
            ariaLabel={circle.removeAsk(name)}
            onClick={onRemove}
          >
            <Icon name="user-minus" />
            <View className="t-small">{circle.remove}</View>
          </View>
        ) : null}
      </View>
    </Card>
  );
}
