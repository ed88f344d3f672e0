import { View } from '@tarojs/components';
import type { Accompanied, Course } from '@contract/courses';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { Listen } from '@/components/listen';
import { Line } from '@/components/notice';
import { open } from '@/session/routes';
import { courses } from '@/wording/courses';
import { roleNames } from '@/wording/names';

interface Props {
  row: Accompanied;
  course: Course | undefined;
  onAnswered: () => void;
}

/** An offer to answer, or somebody who accompanies already: what they see is said before. */
export function FamilyRow({ row, course, onAnswered }: Props) {
  const { id, state, mine, courseId } = row;
  const { busy, failed, write } = useWrite();
  const who = row.name ?? roleNames[row.role];
  const title = course?.title ?? courses.title;
  const heading = state === 'agreed' ? courses.agreedWith(who, title) : courses.offers(who, title);

  async function answer(agree: boolean) {
    const result = await write('guides.answerAccompany', { accompanyId: id, agree });
    if (result.ok) onAnswered();
  }
  return (
    <Card id={`together-${id}`}>
      <View className="stack">
        <View className="row row--between">
          <Icon name="headphones" size="large" />
          <View className="t-heading grow">{heading}</View>
          <Listen id={`listen-${id}`} text={`${heading}。${courses.sees(who)}`} />
        </View>
        <View>{courses.sees(who)}</View>
        {state === 'offered' ? (
          <>
            <Button
              id={`agree-${id}`}
              icon="check"
              label={courses.agree}
              busy={busy}
              onTap={() => void answer(true)}
            />
            <Button
              id={`decline-${id}`}
              look="line"
              label={courses.decline}
              disabled={busy}
              onTap={() => void answer(false)}
            />
          </>
        ) : null}
        {state === 'agreed' ? (
          <>
            {mine ? null : <Line tone="quiet" icon="info" text={courses.agreedByOther} />}
            <Button
              id={`open-${id}`}
              icon="headphones"
              label={courses.openCourse}
              onTap={() => open('course', { id: courseId })}
            />
            {mine ? (
              <Button
                id={`end-${id}`}
                look="line"
                label={courses.end}
                busy={busy}
                onTap={() => void answer(false)}
              />
            ) : null}
          </>
        ) : null}
        {state === 'declined' || state === 'ended' ? (
          <Line tone="quiet" icon="info" text={courses.states[state]} />
        ) : null}
        {failed === undefined ? null : <Line tone="alarm" icon="circle-alert" text={failed} />}
      </View>
    </Card>
  );
}
