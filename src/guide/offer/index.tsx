import { useState } from 'react';
import * as v from 'valibot';
import type { AccompanyState } from '@contract/courses';
import { IdSchema } from '@contract/shapes';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { View } from '@tarojs/components';
import { back, replaceWith } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { courses } from '@/wording/courses';
import { guides } from '@/wording/guides';
import '../brings';
import { useCourses } from '../parts/use-course';

const QuerySchema = v.object({ childId: IdSchema });

/** Staff offer one family to hear a course together. Only families: teachers hear their own. */
export default function OfferPage() {
  const childId = usePageQuery(QuerySchema)?.childId;
  const { query } = useCourses();
  const [chosen, setChosen] = useState<string>();
  const [state, setState] = useState<AccompanyState>();
  const { busy, failed, write } = useWrite();

  async function offer() {
    if (childId === undefined || chosen === undefined) return;
    const answer = await write('guides.accompany', { childId, courseId: chosen });
    if (answer.ok) setState(answer.data.state);
  }
  if (state) {
    return (
      <Screen title={courses.offerTitle}>
        <Notice
          icon="circle-check"
          title={state === 'agreed' ? courses.alreadyAgreed : courses.offered}
          hint={courses.togetherHint.companion}
          action={{
            id: 'to-together',
            label: courses.seeTogether,
            onTap: () => replaceWith('together', { as: 'companion' }),
          }}
        />
      </Screen>
    );
  }
  return (
    <Screen
      title={courses.offerTitle}
      footer={
        <Button
          id="offer"
          icon="send"
          label={courses.offer}
          busy={busy}
          disabled={chosen === undefined || childId === undefined}
          onTap={() => void offer()}
        />
      }
    >
      <Heading title={courses.offerHeading} hint={courses.offerHint} />
      <Loaded query={query} skeleton={2}>
        {({ courses: list }) => {
          const forFamilies = list.filter(({ audience }) => audience !== 'teacher');
          if (forFamilies.length === 0) {
            return (
              <Notice
                icon="headphones"
                title={courses.none}
                hint={courses.noneHint}
                action={{ id: 'go-back', label: courses.toList, onTap: back }}
              />
            );
          }
          return forFamilies.map(({ id, title, purpose, audience }) => (
            <Card
              key={id}
              id={`course-${id}`}
              isChoice
              selected={chosen === id}
              label={`${title}，${purpose}`}
              onTap={() => setChosen(id)}
            >
              <View className="t-strong">{title}</View>
              <View className="t-small t-quiet">
                {`${guides.audiences[audience]} · ${purpose}`}
              </View>
            </Card>
          ));
        }}
      </Loaded>
      {failed === undefined ? null : <Line tone="alarm" icon="circle-alert" text={failed} />}
    </Screen>
  );
}
