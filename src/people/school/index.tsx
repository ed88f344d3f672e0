import { View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import { IdSchema } from '@contract/shapes';
import { useQuery } from '@/cloud/use-query';
import { BigAction } from '@/components/big-action';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { people } from '@/wording/people';
import { fullDate } from '@/wording/when';
import '../brings';
import { CloseSchool } from './close-school';
import { ClassCard, ClassForm } from './classes';

const QuerySchema = v.object({ schoolId: IdSchema });

/** One school: its classes, and the way to the year change. */
export default function SchoolPage() {
  const schoolId = usePageQuery(QuerySchema)?.schoolId;
  const query = useQuery('people.listClasses', schoolId === undefined ? null : { schoolId });
  /** Empty: a new class. */
  const [editing, setEditing] = useState<string>();

  if (schoolId !== undefined && editing !== undefined) {
    return (
      <Screen title={people.className} onBack={() => setEditing(undefined)}>
        <ClassForm
          schoolId={schoolId}
          from={editing}
          onDone={() => {
            setEditing(undefined);
            query.reload();
          }}
        />
      </Screen>
    );
  }
  return (
    <Screen
      title={people.schoolTitle}
      footer={
        query.data ? (
          <Button
            id="add-class"
            look="soft"
            icon="plus"
            label={people.addClass}
            onTap={() => setEditing('')}
          />
        ) : undefined
      }
    >
      <Loaded query={query} skeleton={4}>
        {({ name, classes, unclassed, year }) => (
          <>
            <Heading title={name} hint={people.schoolHint} />
            <BigAction
              id="go-year"
              icon="calendar-check"
              tone={year.doneAt === undefined ? 'coming' : 'act'}
              title={people.yearWay}
              hint={
                year.doneAt === undefined
                  ? people.yearTodo(year.year)
                  : people.yearDone(year.year, fullDate(year.doneAt))
              }
              onTap={() => open('schoolYear', { schoolId: schoolId ?? '' })}
            />
            <View className="t-heading">{people.classes}</View>
            {classes.length === 0 ? (
              <Notice icon="users" title={people.noClasses} hint={people.noClassesHint} />
            ) : null}
            {classes.map((one) => (
              <ClassCard
                key={one.name}
                one={one}
                schoolId={schoolId ?? ''}
                onRename={() => setEditing(one.name)}
                onGone={query.reload}
              />
            ))}
            {unclassed > 0 ? (
              <Line tone="quiet" icon="info" text={people.unclassed(unclassed)} />
            ) : null}
            <CloseSchool
              schoolId={schoolId ?? ''}
              name={name}
              empty={unclassed + classes.reduce((sum, one) => sum + one.children, 0) === 0}
            />
          </>
        )}
      </Loaded>
    </Screen>
  );
}
