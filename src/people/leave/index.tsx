import { View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import type { OutputOf } from '@contract';
import { IdSchema } from '@contract/shapes';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Tile } from '@/components/tile';
import { backTo, open } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { people } from '@/wording/people';
import '../brings';
import { WhatMoves } from './what-moves';

const QuerySchema = v.object({ postId: IdSchema });

/** Somebody goes: what they had to do is seen, then given to one person in one tap. */
export default function LeavePage() {
  const postId = usePageQuery(QuerySchema)?.postId;
  const [chosen, setChosen] = useState<string>();
  const [result, setResult] = useState<OutputOf<'people.leave'> & { name: string; to: string }>();
  const query = useQuery(
    'people.showLeave',
    // Once it is done there is nothing to see any more: asking again would only say so.
    postId === undefined ? null : { postId, ...(chosen !== undefined && { toPostId: chosen }) },
  );
  const { busy, failed, write } = useWrite();
  const successor = query.data?.successors.find((one) => one.postId === chosen);

  async function leave(name: string, to: { postId: string; name: string }) {
    const answer = await write('people.leave', { postId: postId ?? '', toPostId: to.postId });
    if (answer.ok) setResult({ ...answer.data, name, to: to.name });
  }

  if (result) {
    return (
      <Screen
        title={people.leaveTitle}
        footer={<Button id="done" label={people.done} onTap={() => backTo('staff')} />}
      >
        <Heading title={people.left} hint={people.leftHint(result.name, result.to)} />
        {result.left > 0 ? (
          <Line tone="alarm" icon="phone" text={people.leftVisits(result.left)} />
        ) : null}
      </Screen>
    );
  }
  return (
    <Screen
      title={people.leaveTitle}
      footer={
        query.data && successor ? (
          <Button
            id="leave"
            icon="check"
            label={people.leaveYes(successor.name)}
            busy={busy}
            onTap={() => void leave(query.data?.name ?? '', successor)}
          />
        ) : undefined
      }
    >
      <Loaded query={query} skeleton={3}>
        {(data) => (
          <>
            <Heading title={people.leaveHeading(data.name)} hint={people.leaveHint} />
            {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
            {data.successors.length === 0 ? (
              <Notice
                icon="user-plus"
                title={people.leaveNobody}
                hint={people.leaveNobodyHint}
                action={{ id: 'invite', label: people.invite, onTap: () => open('invite') }}
              />
            ) : (
              <>
                <View className="t-strong">{people.leaveTo}</View>
                <View className="grid-2" ariaRole="radiogroup" ariaLabel={people.leaveTo}>
                  {data.successors.map((one) => (
                    <Tile
                      key={one.postId}
                      id={`to-${one.postId}`}
                      kind="radio"
                      icon="user"
                      label={one.name}
                      hint={one.classes?.join('、') ?? ''}
                      selected={one.postId === chosen}
                      onTap={() => setChosen(one.postId)}
                    />
                  ))}
                </View>
              </>
            )}
            <WhatMoves leave={data} />
          </>
        )}
      </Loaded>
    </Screen>
  );
}
