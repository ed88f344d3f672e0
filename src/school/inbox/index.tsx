import { View } from '@tarojs/components';
import { dayOf } from '@rules/dates';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { BigAction } from '@/components/big-action';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { schoolDesk as words } from '@/wording/school-desk';
import { dayName } from '@/wording/when';
import '../brings';
import { DeskCard } from './desk-card';

/** All families of a teacher, those who wait first; answered in taps from here. */
export default function InboxPage() {
  const now = useServerNow();
  const query = useQuery('school.listDesk', {});
  const first = query.data && { rows: query.data.rows, next: query.data.next };
  const more = useMore(first, query.savedAt, async (before: number) => {
    const answer = await call('school.listDesk', { before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.rows, next: answer.data.next } };
  });
  const refused = query.error?.code === 'FORBIDDEN' || query.error?.code === 'NOT_SIGNED_IN';
  return (
    <Screen title={words.title}>
      {refused ? (
        <Notice icon="lock" title={words.notStaff} hint={words.notStaffHint} />
      ) : (
        <>
          <Heading title={words.heading} hint={words.hint} />
          <Loaded query={query} skeleton={4}>
            {({ standingInTo }) => (
              <>
                {standingInTo === undefined ? null : (
                  <Line icon="users" text={words.standingIn(dayName(standingInTo, dayOf(now)))} />
                )}
                {more.rows.length === 0 ? (
                  <Notice icon="inbox" title={words.none} hint={words.noneHint} />
                ) : (
                  <View className="stack">
                    {more.rows.map((row) => (
                      <DeskCard key={row.threadId} row={row} now={now} onAnswered={query.reload} />
                    ))}
                    <MoreButton more={more} />
                  </View>
                )}
              </>
            )}
          </Loaded>
          <View className="t-heading">{words.ways}</View>
          <BigAction
            id="go-office-hours"
            icon="clock"
            title={words.hours}
            hint={words.hoursHint}
            onTap={() => open('officeHours')}
          />
          <BigAction
            id="go-stand-in"
            icon="users"
            tone="people"
            title={words.standIn}
            hint={words.standInHint}
            onTap={() => open('standIn')}
          />
        </>
      )}
    </Screen>
  );
}
