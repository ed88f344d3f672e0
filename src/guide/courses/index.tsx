import { View } from '@tarojs/components';
import { audiences, type Audience } from '@contract/guides';
import { BigAction } from '@/components/big-action';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open, openTab } from '@/session/routes';
import { usePerson } from '@/session/use-person';
import { courses } from '@/wording/courses';
import { guides } from '@/wording/guides';
import '../brings';
import { useCourses } from '../parts/use-course';

/** The courses, one's own first; and hearing one together. */
export default function CoursesPage() {
  const { person } = usePerson();
  const { query, standingOf } = useCourses();
  const isStaff = person.posts?.some(({ role }) => role !== 'admin') ?? false;
  const own = audienceOf(person.role);
  const order = [own, ...audiences.filter((audience) => audience !== own)];
  return (
    <Screen title={courses.title}>
      <Heading title={courses.heading} hint={courses.hint} />
      <Loaded query={query} skeleton={3}>
        {({ courses: list }) =>
          list.length === 0 ? (
            <Notice
              icon="headphones"
              title={courses.none}
              hint={courses.noneHint}
              action={{ id: 'to-list', label: courses.toList, onTap: () => openTab('guides') }}
            />
          ) : (
            order.map((audience) => (
              <View key={audience} className="stack">
                <View className="t-heading">{guides.audiences[audience]}</View>
                {list
                  .filter((course) => course.audience === audience)
                  .map((course) => {
                    const { done, finished } = standingOf(course);
                    return (
                      <BigAction
                        key={course.id}
                        id={`course-${course.id}`}
                        icon={finished ? 'circle-check' : 'list-ordered'}
                        title={course.title}
                        hint={`${course.purpose}${courses.count(done, course.guides.length)}`}
                        onTap={() => open('course', { id: course.id })}
                      />
                    );
                  })}
              </View>
            ))
          )
        }
      </Loaded>
      {person.signedIn ? (
        <BigAction
          id="go-together"
          icon="users"
          tone="people"
          title={courses.togetherHeading[isStaff ? 'companion' : 'family']}
          onTap={() => open('together', { as: isStaff ? 'companion' : 'family' })}
        />
      ) : null}
    </Screen>
  );
}

function audienceOf(role: string | undefined): Audience {
  if (role === 'parent') return 'parent';
  return role === undefined || role === 'caregiver' ? 'caregiver' : 'teacher';
}
