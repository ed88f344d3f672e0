import { View } from '@tarojs/components';
import type { Leave } from '@contract/people';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { Line } from '@/components/notice';
import { people } from '@/wording/people';

/** What somebody leaves behind, counted: who the children are is not the administrator's to see. */
export function WhatMoves({ leave }: { leave: Leave }) {
  const { role, classes = [], children, families, waiting, visits, fitting } = leave;
  return (
    <>
      <Card id="what-moves">
        <View className="stack">
          <View className="t-strong">{people.leaveWhat}</View>
          {role === 'teacher' ? (
            <>
              <Fact icon="school">{people.leaveClasses(classes)}</Fact>
              <Fact icon="message-circle">{people.leaveChildren(children)}</Fact>
              {waiting > 0 ? <Fact icon="clock">{people.leaveWaiting(waiting)}</Fact> : null}
            </>
          ) : null}
          {role === 'director' ? <Fact icon="house">{people.leaveTownship(children)}</Fact> : null}
          {families > 0 ? <Fact icon="hand-heart">{people.leaveFamilies(families)}</Fact> : null}
          {role === 'counsellor' ? (
            <Fact icon="calendar-check">{people.leaveVisits(visits)}</Fact>
          ) : null}
          {fitting !== undefined && visits > 0 ? (
            <View className="t-small">{people.leaveFitting(fitting, visits - fitting)}</View>
          ) : null}
          {role === 'admin' ? <View>{people.leaveNothing}</View> : null}
        </View>
      </Card>
      {role === 'counsellor' ? <Line tone="quiet" icon="lock" text={people.leavePrivate} /> : null}
      <Line tone="quiet" icon="info" text={people.leaveAlerts} />
    </>
  );
}
