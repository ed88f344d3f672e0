import { View } from '@tarojs/components';
import * as v from 'valibot';
import { IdSchema } from '@contract/shapes';
import type { Child } from '@contract/family';
import type { Look } from '@contract/rights';
import { dayOf } from '@rules/dates';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Icon, type IconName } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { replaceWith } from '@/session/routes';
import { useHome } from '@/session/use-home';
import { usePageQuery } from '@/session/use-page-query';
import { dotted } from '@/wording/common';
import { roleNames } from '@/wording/names';
import { privacy } from '@/wording/privacy';
import { dayName, longDate } from '@/wording/when';
import '../brings';
import './index.scss';

const QuerySchema = v.object({ childId: v.optional(IdSchema) });

/** Who of the staff looked at a child's record: for guardians. */
export default function LooksPage() {
  const asked = usePageQuery(QuerySchema)?.childId;
  const home = useHome();
  return (
    <Screen title={privacy.looksTitle}>
      <Loaded query={home}>
        {({ children }) => {
          const own = children.filter((child) => child.standing !== 'proxy');
          const only = own.length === 1 ? own[0] : undefined;
          const child = own.find(({ id }) => id === asked) ?? (asked ? undefined : only);
          if (child) return <OfChild child={child} />;
          if (own.length > 0) return <Pick people={own} />;
          return (
            <>
              <Heading title={privacy.looksHeading} hint={privacy.looksHint} />
              <Notice icon="eye" title={privacy.looksNoChild} hint={privacy.looksNoChildHint} />
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
}

function Pick({ people }: { people: Child[] }) {
  return (
    <>
      <Heading title={privacy.looksPick} />
      {people.map((child) => (
        <Choice
          key={child.id}
          id={`child-${child.id}`}
          icon="user"
          title={child.nickname}
          onTap={() => replaceWith('looks', { childId: child.id })}
        />
      ))}
    </>
  );
}

function OfChild({ child }: { child: Child }) {
  const title = privacy.looksOf(child.nickname);
  if (child.standing !== 'guardian') {
    return (
      <>
        <Heading title={title} />
        <Notice icon="users" title={privacy.looksParents} hint={privacy.looksParentsHint} />
      </>
    );
  }
  return (
    <>
      <Heading title={title} hint={privacy.looksHint} />
      <Looks childId={child.id} />
    </>
  );
}

function Looks({ childId }: { childId: string }) {
  const now = useServerNow();
  const query = useQuery('account.listAccessLog', { childId });
  const first = query.data && { rows: query.data.looks, next: query.data.next };
  const more = useMore(first, query.savedAt, async (before: string) => {
    const answer = await call('account.listAccessLog', { childId, before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.looks, next: answer.data.next } };
  });
  return (
    <Loaded query={query}>
      {() =>
        more.rows.length === 0 ? (
          <Notice icon="eye" title={privacy.looksNone} hint={privacy.looksNoneHint} />
        ) : (
          <>
            {byDay(more.rows).map(([day, looks]) => (
              <View key={day} className="stack">
                <View className="t-heading" ariaRole="heading">
                  {dayTitle(day, dayOf(now))}
                </View>
                <Card>
                  {looks.map((look, index) => (
                    <LookLine key={`${day}-${index}`} look={look} />
                  ))}
                </Card>
              </View>
            ))}
            <MoreButton more={more} />
          </>
        )
      }
    </Loaded>
  );
}

const icons: Record<Look['purpose'], IconName> = {
  day: 'calendar-check',
  roster: 'list',
  voice: 'headphones',
  requests: 'clipboard-list',
  phoneIn: 'phone-call',
  thread: 'message-circle',
  week: 'smile',
  announcement: 'file-text',
  course: 'headphones',
  screening: 'clipboard-check',
  homeVisit: 'house',
};

function LookLine({ look }: { look: Look }) {
  const role = look.role ? roleNames[look.role] : undefined;
  const who = dotted(look.name, role) || privacy.somebody;
  return (
    <View className="look">
      <Icon name={icons[look.purpose]} />
      <View className="grow">
        <View className="t-strong">{who}</View>
        <View className="t-small t-quiet">{privacy.looksPurpose[look.purpose]}</View>
      </View>
      <Chip tone="plain" text={privacy.times(look.count)} />
    </View>
  );
}

/** `今天`, `昨天`, and before that `周二 11月24日`. */
function dayTitle(day: string, today: string): string {
  const near = dayName(day, today);
  return near === dayName(today, today) || near === '昨天' ? near : longDate(day);
}

function byDay(looks: Look[]): [string, Look[]][] {
  const days = new Map<string, Look[]>();
  for (const look of looks) days.set(look.day, [...(days.get(look.day) ?? []), look]);
  return [...days];
}
