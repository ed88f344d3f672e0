import * as v from 'valibot';
import { isFinished } from '@rules/courses';
import { IdSchema } from '@contract/shapes';
import { BigAction } from '@/components/big-action';
import { Button } from '@/components/button';
import { Chip } from '@/components/chip';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open, openTab } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { courses } from '@/wording/courses';
import '../brings';
import { useCourses } from '../parts/use-course';

const QuerySchema = v.object({ id: IdSchema });

/** One course: its guides in order, what is done, and what comes next under the thumb. */
export default function CoursePage() {
  const id = usePageQuery(QuerySchema)?.id;
  const { query, items, standingOf } = useCourses();
  const course = query.data?.courses.find((one) => one.id === id);
  const standing = course && standingOf(course);
  const next = standing?.next;
  const footer =
    course && standing?.finished ? (
      <Button
        id="to-certificate"
        icon="image"
        label={courses.toCertificate}
        onTap={() => open('certificate', { id: course.id })}
      />
    ) : next ? (
      <Button
        id="next"
        icon="headphones"
        label={standing?.done ? courses.next : courses.first}
        onTap={() => open('guide', { id: next.id })}
      />
    ) : undefined;
  return (
    <Screen title={courses.title} footer={footer}>
      <Loaded query={query} skeleton={4}>
        {() =>
          !course || !standing ? (
            <Notice
              icon="headphones"
              title={courses.notFound}
              hint={courses.notFoundHint}
              action={{ id: 'to-list', label: courses.toList, onTap: () => openTab('guides') }}
            />
          ) : (
            <>
              <Heading title={course.title} hint={course.purpose} />
              <Line
                icon={standing.finished ? 'circle-check' : 'list-ordered'}
                tone="quiet"
                text={
                  standing.finished
                    ? `${courses.finished}。${courses.finishedHint}`
                    : `${courses.count(standing.done, course.guides.length)}。${courses.howDone}`
                }
              />
              {course.guides.map((guide, number) => {
                const done = isFinished(guide, items);
                const begun = items.some(({ guideId }) => guideId === guide.id);
                const stage = done ? courses.done : begun ? courses.started : courses.fresh;
                return (
                  <BigAction
                    key={guide.id}
                    id={`part-${guide.id}`}
                    icon={done ? 'circle-check' : 'headphones'}
                    tone={done ? 'act' : 'coming'}
                    title={`${number + 1} ${guide.title}`}
                    hint={done ? guide.purpose : stage}
                    end={done ? <Chip text={courses.done} /> : undefined}
                    onTap={() => open('guide', { id: guide.id })}
                  />
                );
              })}
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}
