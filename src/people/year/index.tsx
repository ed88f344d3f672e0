import { View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import type { ClassMoveView } from '@contract/people';
import { IdSchema } from '@contract/shapes';
import { lastGrades, type LastGrade } from '@rules/school-year';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { back, toTop } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { people } from '@/wording/people';
import { fullDate } from '@/wording/when';
import '../brings';
import { MoveCard } from './move-card';

const QuerySchema = v.object({ schoolId: IdSchema });

/** The classes move up: seen first, then done, once a school year. */
export default function SchoolYearPage() {
  const schoolId = usePageQuery(QuerySchema)?.schoolId;
  const [lastGrade, setLastGrade] = useState<LastGrade>();
  const query = useQuery(
    'people.showYear',
    schoolId === undefined ? null : { schoolId, ...(lastGrade !== undefined && { lastGrade }) },
  );
  const { busy, failed, write } = useWrite();
  /** Posts of teachers who stay and take the next class. */
  const [staying, setStaying] = useState<string[]>([]);
  const [done, setDone] = useState(false);
  const { data } = query;
  const going = data?.moves.filter(({ kind }) => kind !== 'stays') ?? [];
  const doneAt = data?.doneAt;

  async function move() {
    if (schoolId === undefined || !data) return;
    const answer = await write('people.moveYear', {
      ...{ schoolId, year: data.year, lastGrade: data.lastGrade, staying },
    });
    if (!answer.ok) return;
    setDone(true);
    query.reload();
    toTop();
  }
  const turn = (postId: string) =>
    setStaying(
      staying.includes(postId) ? staying.filter((one) => one !== postId) : [...staying, postId],
    );

  if (done) {
    return (
      <Screen
        title={people.yearTitle}
        footer={<Button id="done" label={people.done} onTap={back} />}
      >
        <Heading title={people.moved} hint={people.movedHint} />
        <Line icon="info" text={people.newFirst} />
      </Screen>
    );
  }
  return (
    <Screen
      title={people.yearTitle}
      footer={
        data && doneAt === undefined && going.length > 0 ? (
          <Button
            id="move"
            icon="check"
            label={people.moveYes(going.length)}
            busy={busy}
            onTap={() => void move()}
          />
        ) : undefined
      }
    >
      <Loaded query={query} skeleton={4}>
        {({ name, year, moves, lastGrade: last }) =>
          doneAt !== undefined ? (
            <Notice
              icon="circle-check"
              title={people.yearDone(year, fullDate(doneAt))}
              hint={people.movedHint}
            />
          ) : (
            <>
              <Heading
                title={people.yearHeading(name, year)}
                hint={people.yearHint}
                spoken={[people.yearHint, people.yearSpoken].join('。')}
              />
              {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
              <View className="t-strong">{people.last}</View>
              <Segments
                id="last"
                label={people.last}
                value={String(last)}
                choices={lastGrades.map((grade) => ({
                  value: String(grade),
                  text: people.lastGrades[grade] ?? '',
                }))}
                onChange={(value) => setLastGrade(lastGrades.find((one) => String(one) === value))}
              />
              {going.length === 0 ? (
                <Notice
                  icon="calendar-check"
                  title={people.nothingToMove}
                  hint={people.nothingToMoveHint}
                />
              ) : null}
              {moves.map((one: ClassMoveView) => (
                <MoveCard key={one.name} move={one} staying={staying} onTurn={turn} />
              ))}
              {moves.some(({ teachers }) => teachers.length > 0) ? (
                <View className="t-small t-quiet">{people.teacherTap}</View>
              ) : null}
              {moves.some(({ kind }) => kind === 'leaves') ? (
                <Line tone="coming" icon="info" text={people.leavesHint} />
              ) : null}
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}
