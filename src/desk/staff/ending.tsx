import { View } from '@tarojs/components';
import type { StaffPost } from '@contract/invitation';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { staff } from '@/wording/staff';
import { postRole } from './post-role';

/** What ends with a post, before it is ended. */
export function Ending({ post, failed }: { post: StaffPost; failed: string | undefined }) {
  const title = staff.endAsk(post.name, postRole(post));
  const ends = staff.ends[post.role];
  return (
    <>
      <Heading title={title} spoken={[title, staff.endWhat, ...ends, staff.endStays].join('。')} />
      <Card>
        <View className="stack">
          <View className="t-strong">{staff.endWhat}</View>
          {ends.map((text) => (
            <Fact key={text} icon="x">
              {text}
            </Fact>
          ))}
        </View>
      </Card>
      <Line tone="quiet" icon="info" text={staff.endStays} />
      {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
    </>
  );
}
