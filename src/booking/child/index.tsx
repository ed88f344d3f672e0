import { View } from '@tarojs/components';
import { useEffect } from 'react';
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
import { booking } from '@/wording/booking';
import { birthText } from '@/wording/family';

/** Which child. Somebody with one child never sees this page. */
export default function ChildPage() {
  const { query, more } = useChildren();
  const begin = useBookingDraft((draft) => draft.begin);
  const children = query.data?.children;
  const only = children?.length === 1 && more.next === undefined ? children[0] : undefined;

  function choose({ id, consents }: Child) {
    begin(id);
    openBooking(id, replaceWith, consents);
  }
  useEffect(() => {
    if (only) {
      begin(only.id);
      openBooking(only.id, replaceWith);
    }
  }, [only, begin]);

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
                  onTap={() => choose(child)}
                />
              ))}
              <MoreButton more={more} />
            </View>
          )
        }
      </Loaded>
    </Screen>
  );
}
