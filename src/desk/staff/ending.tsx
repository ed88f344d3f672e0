import { View } from '@tarojs/components';
import type { OutputOf } from '@contract';
import type { Handover, StaffPost } from '@contract/invitation';
import type { Query } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line } from '@/components/notice';
import { staff } from '@/wording/staff';
import { useTownshipNames } from '../parts/use-township-names';
import { postRole } from './post-role';

interface Props {
  post: StaffPost;
  handovers: Query<OutputOf<'account.showEnding'>>;
  failed: string | undefined;
}

/** What ends with a post, before it is ended. */
export function Ending({ post, handovers, failed }: Props) {
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
      <Loaded query={handovers} skeleton={1}>
        {(data) => (data.handovers.length > 0 ? <Handovers list={data.handovers} /> : null)}
      </Loaded>
      <Line tone="quiet" icon="info" text={staff.endStays} />
      {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
    </>
  );
}

/** Whom the holder acts for, and who does it from then on. */
function Handovers({ list }: { list: Handover[] }) {
  const nameOf = useTownshipNames(true);
  const someWait = list.some(({ to }) => to === undefined);
  return (
    <Card tone={someWait ? 'coming' : 'plain'} id="handovers">
      <View className="stack">
        <View className="t-strong">{staff.handoverTitle}</View>
        {list.map(({ township, families, to }) => (
          <Fact key={township} icon={to === undefined ? 'clock' : 'hand-heart'}>
            {to === undefined
              ? staff.handoverNobody(nameOf(township), families)
              : staff.handoverTo(nameOf(township), families, to)}
          </Fact>
        ))}
        {someWait ? <View className="t-small">{staff.handoverNobodyHint}</View> : null}
      </View>
    </Card>
  );
}
