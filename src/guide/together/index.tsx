import * as v from 'valibot';
import type { Course } from '@contract/courses';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { usePageQuery } from '@/session/use-page-query';
import { courses } from '@/wording/courses';
import '../brings';
import { FamilyRow } from './family-row';
import { CompanionRow } from './companion-row';

const QuerySchema = v.object({ as: v.picklist(['companion', 'family']) });

/** Who accompanies the family; or, for staff, which families they accompany. */
export default function TogetherPage() {
  const as = usePageQuery(QuerySchema)?.as ?? 'family';
  const query = useQuery('guides.listAccompanied', { as });
  const list = useQuery('guides.listCourses', {});
  const now = useServerNow();
  const courseOf = (id: string): Course | undefined =>
    list.data?.courses.find((course) => course.id === id);
  return (
    <Screen title={courses.togetherTitle}>
      <Heading title={courses.togetherHeading[as]} hint={courses.togetherHint[as]} />
      <Loaded query={query} skeleton={2}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Notice
              icon="users"
              title={courses.togetherNone[as]}
              hint={courses.togetherNoneHint[as]}
            />
          ) : (
            rows.map((row) =>
              as === 'family' ? (
                <FamilyRow
                  key={row.id}
                  row={row}
                  course={courseOf(row.courseId)}
                  onAnswered={query.reload}
                />
              ) : (
                <CompanionRow
                  key={row.id}
                  row={row}
                  course={courseOf(row.courseId)}
                  now={now}
                  onSaid={query.reload}
                />
              ),
            )
          )
        }
      </Loaded>
    </Screen>
  );
}
