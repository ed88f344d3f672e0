import { View } from '@tarojs/components';
import type { OutputOf } from '@contract';
import type { Guide } from '@contract/guides';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { Line } from '@/components/notice';
import { useSession } from '@/session/session';
import { courses } from '@/wording/courses';
import { kinName } from '@/wording/names';

interface Props {
  guide: Guide;
  /** The guide's question was answered. */
  finished: boolean;
}

/** Caregiver and parent hear two halves: whether the other has heard theirs, and telling them by a tap. */
export function OtherHalf({ guide, finished }: Props) {
  const hasChild = useSession(
    ({ person }) => person.role === 'caregiver' || person.role === 'parent',
  );
  if (guide.otherHalf === undefined || !finished || !hasChild) return null;
  return <Asked guideId={guide.id} otherHalf={guide.otherHalf} />;
}

function Asked({ guideId, otherHalf }: { guideId: string; otherHalf: string }) {
  const { data, reload } = useQuery('guides.showOtherHalf', { guideId, otherHalf });
  const withOthers = data?.children.filter(({ others }) => others > 0) ?? [];
  if (withOthers.length === 0) return null;
  return (
    <Card id="other-half">
      <View className="stack">
        <View className="row">
          <Icon name="users" />
          <View className="grow">
            <View className="t-heading">{courses.otherHalf}</View>
            <View className="t-small t-quiet">{courses.otherHalfHint}</View>
          </View>
        </View>
        {withOthers.map((child) => (
          <OneChild
            key={child.childId}
            child={child}
            guideId={guideId}
            several={withOthers.length > 1}
            onTold={reload}
          />
        ))}
      </View>
    </Card>
  );
}

interface OneProps {
  child: OutputOf<'guides.showOtherHalf'>['children'][number];
  guideId: string;
  several: boolean;
  onTold: () => void;
}

function OneChild({ child, guideId, several, onTold }: OneProps) {
  const { childId, nickname, told, heardBy } = child;
  const { busy, failed, write } = useWrite();
  const who = heardBy.map(kinName).join('、');

  async function tell() {
    const answer = await write('guides.tellFamily', { childId, guideId });
    if (answer.ok) onTold();
  }
  return (
    <>
      <Line
        icon={who ? 'circle-check' : 'hourglass'}
        tone={who ? 'coming' : 'quiet'}
        text={who ? courses.halfHeardBy(who) : courses.halfUnknown(several ? nickname : undefined)}
      />
      {told ? (
        <Line icon="check" text={courses.halfTold} />
      ) : (
        <Button
          id={`tell-${childId}`}
          look="soft"
          icon="send"
          label={several ? courses.tellFamilyOf(nickname) : courses.tellFamily}
          busy={busy}
          onTap={() => void tell()}
        />
      )}
      {failed === undefined ? null : <Line tone="alarm" icon="circle-alert" text={failed} />}
    </>
  );
}
