import { View } from '@tarojs/components';
import type { School } from '@contract/directory';
import type { Child } from '@contract/family';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { PhoneLine } from '@/components/phone-line';
import { Screen } from '@/components/screen';
import { useQuery } from '@/cloud/use-query';
import { open } from '@/session/routes';
import { useCounty, useSession } from '@/session/session';
import { useHome } from '@/session/use-home';
import { common } from '@/wording/common';
import { inbox } from '@/wording/inbox';
import { me } from '@/wording/me';
import { Inbox } from './inbox';
import { Threads } from './threads';

/** What one was told, the newest first; and the school, by its telephone, for each child. */
export default function MessagesPage() {
  const query = useHome();
  const signedIn = useSession((session) => session.person.signedIn);
  return (
    <Screen title={common.tabs.messages} tab="messages">
      {signedIn ? (
        <Heading title={inbox.heading} />
      ) : (
        <Heading title={me.messagesHeading} hint={me.messagesHint} />
      )}
      <Loaded query={query}>
        {({ children, person }) => (
          <>
            {children.length > 0 ? <Threads /> : null}
            {signedIn ? <Inbox saidOld={query.error !== undefined} /> : null}
            {children.length > 0 || !person.signedIn ? <Schools childrenThere={children} /> : null}
          </>
        )}
      </Loaded>
    </Screen>
  );
}

function Schools({ childrenThere }: { childrenThere: Child[] }) {
  const county = useCounty();
  const signedIn = useSession((session) => session.person.signedIn);
  const ids = childrenThere.flatMap((child) => child.schoolId ?? []);
  const schools = useQuery(
    'directory.listSchools',
    county && ids.length > 0 ? { county, ids } : undefined,
  );
  const found = schoolsOf(childrenThere, schools.data?.schools ?? []);
  if (found.length === 0) return signedIn ? null : <NoSchool />;
  return (
    <>
      <View className="t-heading">{inbox.school}</View>
      {found.map(({ child, school }) => (
        <PhoneLine
          key={child.id}
          line={{
            id: child.id,
            number: school.phone,
            name: me.schoolOf(child.nickname),
            purpose: school.name,
            urgent: false,
          }}
        />
      ))}
    </>
  );
}

function NoSchool() {
  return (
    <Notice
      icon="school"
      title={me.messagesEmpty}
      hint={me.messagesEmptyHint}
      action={{
        id: 'add-child',
        label: me.addChild,
        onTap: () => open('who', { then: 'add' }),
      }}
    />
  );
}

function schoolsOf(children: Child[], schools: School[]) {
  return children.flatMap((child) => {
    const school = schools.find((candidate) => candidate.id === child.schoolId);
    return school?.phone ? [{ child, school: { name: school.name, phone: school.phone } }] : [];
  });
}
