import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import type { Child } from '@contract/family';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { useBookingDraft } from '@/session/booking-draft';
import { openBooking } from '@/session/consents';
import { open, replaceWith } from '@/session/routes';
import { useChildren } from '@/session/use-children';
import { usePageQuery } from '@/session/use-page-query';
import { booking } from '@/wording/booking';
import { changes } from '@/wording/changes';
import { birthText } from '@/wording/family';
import '../brings';
import { PickTwo } from './pick-two';

const QuerySchema = v.object({ together: v.optional(v.literal('yes')) });

/** Which child, or which two. Somebody with one child never sees this page. */
export default function ChildPage() {
  const asked = usePageQuery(QuerySchema);
  const { query, more } = useChildren();
  const begin = useBookingDraft((draft) => draft.begin);
  const [pickingTwo, setPickingTwo] = useState(asked?.together === 'yes');
  const children = query.data?.children;
  const only = children?.length === 1 && more.next === undefined ? children[0] : undefined;

  function go({ id, consents }: Child, siblingId?: string) {
    begin(id, { siblingId });
    openBooking(id, replaceWith, consents);
  }
  function together(list: Child[]) {
    const [first, second] = list;
    if (list.length === 2 && first && second) go(first, second.id);
    else setPickingTwo(true);
  }
  useEffect(() => {
    if (only) {
      begin(only.id);
      openBooking(only.id, replaceWith);
    }
  }, [only, begin]);

  if (pickingTwo && children && children.length > 1) {
    return <PickTwo list={children} onBack={() => setPickingTwo(false)} onPicked={go} />;
  }
  return (
    <Screen
      title={booking.title}
      footer={
        children ? (
          <Button
            id="add-child"
            look={children.length === 0 ? 'main' : 'line'}
            icon="plus"
            label={booking.addChild}
            onTap={() => open('addChild', { then: 'book' })}
          />
        ) : undefined
      }
    >
      <Heading title={booking.childTitle} />
      <Loaded query={query}>
        {(data) =>
          data.children.length === 0 && more.next === undefined ? (
            <Notice icon="baby" title={booking.noChildren} hint={booking.noChildrenHint} />
          ) : (
            <View className="stack">
              {more.rows.map((child) => (
                <Choice
                  key={child.id}
                  id={`child-${child.id}`}
                  icon="user"
                  title={child.nickname}
                  hint={[birthText(child.birthYear, child.birthMonth), child.schoolName]
                    .filter(Boolean)
                    .join(' · ')}
                  onTap={() => go(child)}
                />
              ))}
              <MoreButton more={more} />
              {more.rows.length > 1 ? (
                <Choice
                  id="together"
                  icon="users"
                  title={changes.together}
                  hint={changes.togetherHint}
                  onTap={() => together(more.rows)}
                />
              ) : null}
            </View>
          )
        }
      </Loaded>
    </Screen>
  );
}
