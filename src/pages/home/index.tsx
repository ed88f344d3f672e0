import { useShareAppMessage } from '@tarojs/taro';
import { useEffect } from 'react';
import { useServerNow } from '@/cloud/clock';
import { Loaded } from '@/components/loaded';
import { Screen } from '@/components/screen';
import { useSession } from '@/session/session';
import { useHome } from '@/session/use-home';
import { useQueue } from '@/session/queue';
import { common } from '@/wording/common';
import { home } from '@/wording/home';
import { CounsellorHome } from './counsellor-home';
import { FamilyHome } from './family-home';
import { StaffHome } from './staff-home';
import { StrangerHome } from './stranger-home';

/** How often a counsellor's day looks for news while it is on screen, ms. */
const lookAgainMs = 8000;

/** The first tab, by what the person does here. */
export default function HomePage() {
  const isCounsellor = useSession((session) => session.person.role === 'counsellor');
  const query = useHome(isCounsellor ? lookAgainMs : undefined);
  const now = useServerNow();
  // What was tapped here may get through only after the page has asked.
  const sent = useQueue((queue) => queue.sent.warm);
  const { reload } = query;
  useEffect(() => {
    if (sent > 0) reload();
  }, [sent, reload]);
  // Only the front door is shared: never a page that shows a child's things.
  useShareAppMessage(() => ({ title: home.welcome, path: '/pages/home/index' }));
  return (
    <Screen title={common.product} tab="home">
      <Loaded query={query} skeleton={4}>
        {(data) => {
          if (data.day) return <CounsellorHome day={data.day} now={now} />;
          const { role } = data.person;
          if (role === undefined) return <StrangerHome />;
          if (role === 'caregiver' || role === 'parent') return <FamilyHome data={data} />;
          return <StaffHome person={data.person} waits={data.waits} now={now} />;
        }}
      </Loaded>
    </Screen>
  );
}
