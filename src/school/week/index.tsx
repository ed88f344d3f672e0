import { View } from '@tarojs/components';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { WeekCard } from '@/components/week-card';
import { open } from '@/session/routes';
import { me } from '@/wording/me';
import { starterTexts, week } from '@/wording/week';
import '../brings';
import { ChildTabs } from '../parts/child-tabs';
import { useChildId } from '../parts/use-child-id';

/** One plain week: school and home side by side, and how to begin the next call. */
export default function WeekPage() {
  const { childId, children, query: home, choose } = useChildId();
  const query = useQuery('school.listWeeks', childId ? { childId } : undefined);
  const first = query.data && { rows: query.data.weeks, next: query.data.next };
  const more = useMore(first, query.savedAt, async (before: string) => {
    const answer = await call('school.listWeeks', { childId: childId ?? '', before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.weeks, next: answer.data.next } };
  });
  if (home.data && childId === undefined) {
    return (
      <Screen title={week.familyTitle}>
        <Notice
          icon="smile"
          title={me.messagesEmpty}
          hint={me.messagesEmptyHint}
          action={{
            id: 'add-child',
            label: me.addChild,
            onTap: () => open('who', { then: 'add' }),
          }}
        />
      </Screen>
    );
  }
  const mine = children.find(({ id }) => id === childId);
  const [newest, ...older] = more.rows;
  return (
    <Screen
      title={week.familyTitle}
      footer={
        query.data && childId && mine?.standing === 'caregiver' ? (
          <Button
            id="answer-home"
            icon="pencil"
            label={newest?.home ? week.changeHome : week.answerHome}
            onTap={() => open('weekHome', { childId })}
          />
        ) : undefined
      }
    >
      <Loaded
        query={childId === undefined ? { ...query, error: home.error, reload: home.reload } : query}
      >
        {({ nickname }) => (
          <>
            <Heading title={week.familyHeading(nickname)} />
            <ChildTabs childrenThere={children} childId={childId} onChoose={choose} />
            {newest ? (
              <>
                <WeekCard one={newest} />
                <Card tone="coming">
                  <View className="row">
                    <Icon name="phone-call" size="large" />
                    <View className="grow">
                      <View className="t-small">{week.starter}</View>
                      <View className="t-strong">{starterTexts[newest.starter](nickname)}</View>
                    </View>
                  </View>
                </Card>
              </>
            ) : null}
            {older.length > 0 ? (
              <>
                <View className="t-heading">{week.older}</View>
                {older.map((one) => (
                  <WeekCard key={one.week} one={one} />
                ))}
              </>
            ) : null}
            <MoreButton more={more} />
          </>
        )}
      </Loaded>
    </Screen>
  );
}
