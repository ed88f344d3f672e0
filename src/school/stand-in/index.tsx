import { View } from '@tarojs/components';
import { useState } from 'react';
import type { StandIn } from '@contract/school-desk';
import { dayOf } from '@rules/dates';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { newRequestId } from '@/cloud/request-id';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Tile } from '@/components/tile';
import { schoolDesk as words } from '@/wording/school-desk';
import '../brings';
import { DayWheel } from '@/components/wheels';

type Doing = { is: 'no' | 'busy' | 'named' } | { is: 'failed'; text: string };

/** A colleague looks after the teacher's families for some days. */
export default function StandInPage() {
  const today = dayOf(useServerNow());
  const query = useQuery('school.showOfficeHours', {});
  const colleagues = useQuery('school.listColleagues', {});
  const [wish, setWish] = useState({ from: today, to: today });
  const [postId, setPostId] = useState<string>();
  const [requestId, setRequestId] = useState(() => newRequestId());
  const [doing, setDoing] = useState<Doing>({ is: 'no' });
  const bad = wish.to < wish.from;
  const change = (part: Partial<typeof wish>) => {
    setWish({ ...wish, ...part });
    setRequestId(newRequestId());
  };

  async function name() {
    if (postId === undefined) return;
    setDoing({ is: 'busy' });
    const answer = await call('school.setStandIn', { postId, ...wish }, requestId);
    setDoing(answer.ok ? { is: 'named' } : { is: 'failed', text: answer.error.message });
    if (!answer.ok) return;
    setRequestId(newRequestId());
    setPostId(undefined);
    query.reload();
  }

  async function end(id: string) {
    setDoing({ is: 'busy' });
    const answer = await call('school.endStandIn', { id });
    setDoing(answer.ok ? { is: 'no' } : { is: 'failed', text: answer.error.message });
    query.reload();
  }

  const refused = query.error?.code === 'FORBIDDEN' || query.error?.code === 'NOT_SIGNED_IN';
  if (refused) {
    return (
      <Screen title={words.standInTitle}>
        <Notice icon="lock" title={words.notStaff} hint={words.notStaffHint} />
      </Screen>
    );
  }
  return (
    <Screen
      title={words.standInTitle}
      footer={
        postId === undefined ? undefined : (
          <Button
            id="name-stand-in"
            icon="user-plus"
            label={words.name}
            busy={doing.is === 'busy'}
            disabled={bad}
            onTap={() => void name()}
          />
        )
      }
    >
      <Heading title={words.standInHeading} hint={words.standInExplained} />
      {doing.is === 'named' ? <Line icon="check" text={words.named} /> : null}
      {doing.is === 'failed' ? <Line tone="alarm" icon="circle-alert" text={doing.text} /> : null}
      <Loaded query={query} skeleton={1}>
        {({ standIns }) => <Current standIns={standIns} onEnd={(id) => void end(id)} />}
      </Loaded>
      <Loaded query={colleagues} skeleton={2}>
        {(data) =>
          data.colleagues.length === 0 ? (
            <Notice icon="users" title={words.nobody} hint={words.nobodyHint} />
          ) : (
            <>
              <View className="grid-2" ariaRole="radiogroup" ariaLabel={words.standInHeading}>
                {data.colleagues.map((one) => (
                  <Tile
                    key={one.postId}
                    id={`colleague-${one.postId}`}
                    kind="radio"
                    icon="user"
                    label={one.name}
                    {...(one.classes.length > 0 && { hint: one.classes.join('、') })}
                    selected={postId === one.postId}
                    onTap={() => {
                      setPostId(one.postId);
                      setRequestId(newRequestId());
                    }}
                  />
                ))}
              </View>
              <View className="grid-2">
                <DayWheel
                  id="stand-in-from"
                  title={words.firstDay}
                  value={wish.from}
                  from={today}
                  onChange={(from) => change({ from, to: wish.to < from ? from : wish.to })}
                />
                <DayWheel
                  id="stand-in-to"
                  title={words.lastDay}
                  value={wish.to}
                  from={today}
                  onChange={(to) => change({ to })}
                />
              </View>
              {bad ? <Line tone="quiet" icon="info" text={words.badDays} /> : null}
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}

function Current({ standIns, onEnd }: { standIns: StandIn[]; onEnd: (id: string) => void }) {
  if (standIns.length === 0) return null;
  return (
    <>
      <View className="t-heading">{words.current}</View>
      {standIns.map(({ id, from, to, name, forName, mine }) => (
        <Card key={id}>
          <View className="stack">
            <View>
              <View className="t-strong">
                {mine === 'away'
                  ? words.yours(name)
                  : mine === 'here'
                    ? words.forOther(forName)
                    : words.others(name, forName)}
              </View>
              <View className="t-small t-quiet">{words.between(from, to)}</View>
            </View>
            {mine === 'none' ? null : (
              <Button
                id={`end-${id}`}
                look="line"
                icon="x"
                label={words.end}
                onTap={() => onEnd(id)}
              />
            )}
          </View>
        </Card>
      ))}
    </>
  );
}
