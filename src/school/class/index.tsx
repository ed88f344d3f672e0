import { View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import type { RosterEntry } from '@contract/family';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { usePageQuery } from '@/session/use-page-query';
import { usePerson } from '@/session/use-person';
import { week } from '@/wording/week';
import '../brings';
import '../parts/week.scss';

/** The name stands in the address as `open` writes it; neither WeChat nor the preview decodes it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
const QuerySchema = v.object({ className: v.pipe(v.string(), v.transform(decoded)) });

/** Which children of the school are in a teacher's class: a tap puts one in or takes it out. */
export default function ClassPage() {
  const asked = usePageQuery(QuerySchema)?.className;
  const { person, waiting } = usePerson();
  const post = person.posts?.find(
    ({ role, classes = [] }) => role === 'teacher' && classes.includes(asked ?? ''),
  );
  const schoolId = post?.schoolId;
  const known = schoolId ? { place: schoolId } : null;
  const roster = useQuery('family.listRoster', waiting && !waiting.data ? undefined : known);
  // Who I am may be what cannot be found out.
  const query = waiting?.error
    ? { ...roster, error: waiting.error, reload: waiting.reload }
    : roster;
  const first = query.data && { rows: query.data.children, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('family.listRoster', { cursor, place: schoolId });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.children, next: answer.data.next } };
  });
  const { write, failed } = useWrite();
  /** What was tapped on this page; the list would have to be read again to know it. */
  const [moved, setMoved] = useState<Record<string, string>>({});
  const classOf = ({ id, className = '' }: RosterEntry) => moved[id] ?? className;

  async function toggle(child: RosterEntry) {
    if (!schoolId || asked === undefined) return;
    const member = classOf(child) !== asked;
    const input = { childId: child.id, class: { schoolId, className: asked }, member };
    const answer = await write('school.setClass', input);
    if (answer.ok) setMoved({ ...moved, [child.id]: answer.data.className ?? '' });
  }
  return (
    <Screen title={week.membersTitle}>
      <Heading title={asked ?? week.membersTitle} hint={week.membersHint} />
      {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
      <Loaded query={query} skeleton={5}>
        {() =>
          more.rows.length === 0 ? (
            <Notice icon="users" title={week.noChildren} hint={week.noChildrenHint} />
          ) : (
            <>
              <View className="week-names">
                {more.rows.map((child) => {
                  const at = classOf(child);
                  const isIn = at === asked;
                  const state = isIn ? week.inClass : at ? week.inOther(at) : '';
                  return (
                    <View
                      key={child.id}
                      id={`child-${child.id}`}
                      className={`week-name${isIn ? ' week-name--done' : ''}`}
                      ariaRole="checkbox"
                      ariaChecked={isIn}
                      ariaLabel={[child.nickname, state].filter(Boolean).join('，')}
                      onClick={() => void toggle(child)}
                    >
                      <View className="week-name__word">{child.nickname}</View>
                      <View className="t-small t-quiet">{state}</View>
                    </View>
                  );
                })}
              </View>
              <MoreButton more={more} />
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}
