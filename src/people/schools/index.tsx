import { useState } from 'react';
import { countyOf } from '@rules/reach';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { usePlaceNames } from '@/session/use-place-names';
import { people } from '@/wording/people';
import '../brings';
import { SchoolForm } from '../parts/school-form';

/** The schools an administrator answers for. */
export default function SchoolsPage() {
  const [adding, setAdding] = useState(false);
  const query = useQuery('people.listSchools', {});
  const first = query.data && { rows: query.data.schools, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('people.listSchools', { cursor });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.schools, next: answer.data.next } };
  });
  const nameOf = usePlaceNames(more.rows.map(placeOf));

  if (adding) {
    return (
      <Screen title={people.addSchool} onBack={() => setAdding(false)}>
        <SchoolForm
          onDone={() => {
            setAdding(false);
            query.reload();
          }}
        />
      </Screen>
    );
  }
  return (
    <Screen
      title={people.schoolsTitle}
      footer={
        query.data?.mayMake ? (
          <Button
            id="add-school"
            look="soft"
            icon="plus"
            label={people.addSchool}
            onTap={() => setAdding(true)}
          />
        ) : undefined
      }
    >
      {query.error?.code === 'FORBIDDEN' || query.error?.code === 'NOT_SIGNED_IN' ? (
        <Notice icon="lock" title={people.adminsOnly} hint={people.adminsOnlyHint} />
      ) : (
        <>
          <Heading title={people.schoolsHeading} hint={people.schoolsHint} />
          <Loaded query={query} skeleton={4}>
            {() =>
              more.rows.length === 0 ? (
                <Notice icon="school" title={people.none} hint={people.noneHint} />
              ) : (
                <>
                  {more.rows.map((school) => (
                    <Choice
                      key={school.id}
                      id={`school-${school.id}`}
                      icon="school"
                      title={school.name}
                      hint={nameOf(placeOf(school))}
                      value={school.closed ? people.closed : undefined}
                      onTap={() => open('school', { schoolId: school.id })}
                    />
                  ))}
                  <MoreButton more={more} />
                </>
              )
            }
          </Loaded>
        </>
      )}
    </Screen>
  );
}

/** A township is called by what a post there would be called by. */
const placeOf = ({ township }: { township: string }) => ({
  ...{ role: 'director' as const, county: countyOf(township), township },
});
