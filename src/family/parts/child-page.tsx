import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import * as v from 'valibot';
import { IdSchema } from '@contract/shapes';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { useChildren } from '@/session/use-children';
import { usePageQuery } from '@/session/use-page-query';
import { booking } from '@/wording/booking';
import { birthText } from '@/wording/family';

const QuerySchema = v.object({ childId: v.optional(IdSchema) });

interface Props {
  title: string;
  /** What is asked of somebody with several children. */
  which: string;
  none: { title: string; hint: string };
  children: (childId: string) => ReactNode;
}

/** A page about one child: the one of its address, the only one, or the one that is picked. */
export function ChildPage({ title, which, none, children }: Props) {
  const asked = usePageQuery(QuerySchema)?.childId;
  const [picked, setPicked] = useState<string>();
  const { query, more } = useChildren(asked === undefined);
  const list = query.data?.children ?? [];
  const childId =
    asked ?? picked ?? (list.length === 1 && more.next === undefined ? list[0]?.id : undefined);
  if (childId !== undefined) return children(childId);
  return (
    <Screen title={title}>
      <Loaded query={query}>
        {(data) =>
          data.children.length === 0 && more.next === undefined ? (
            <Notice
              icon="baby"
              title={none.title}
              hint={none.hint}
              action={{ id: 'add-child', label: booking.addChild, onTap: () => open('addChild') }}
            />
          ) : (
            <View className="stack">
              <Heading title={which} />
              {more.rows.map((child) => (
                <Choice
                  key={child.id}
                  id={`child-${child.id}`}
                  icon="baby"
                  title={child.nickname}
                  hint={birthText(child.birthYear, child.birthMonth)}
                  onTap={() => setPicked(child.id)}
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
