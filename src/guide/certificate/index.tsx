import { Canvas, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import type { Course } from '@contract/courses';
import { IdSchema } from '@contract/shapes';
import { serverNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { openSheet, type Sheet } from '@/session/canvas';
import { openPermissions } from '@/session/device';
import { back } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { courses } from '@/wording/courses';
import { fullDate } from '@/wording/when';
import '../brings';
import { useCourses } from '../parts/use-course';
import { drawKeepsake, paper } from './draw';
import './index.scss';

const QuerySchema = v.object({ id: IdSchema });
const canvasId = 'keepsake';
/** A canvas is there a moment after its page. */
const triesAtMost = 10;
const pauseMs = 100;

/** What one keeps of a course. The name is drawn on this phone and goes nowhere. */
export default function CertificatePage() {
  const id = usePageQuery(QuerySchema)?.id;
  const { query, standingOf } = useCourses();
  const course = query.data?.courses.find((one) => one.id === id);
  if (course && standingOf(course).finished) return <Finished course={course} />;
  return (
    <Screen title={courses.certificateTitle}>
      <Loaded query={query} skeleton={2}>
        {() => (
          <Notice
            icon="headphones"
            title={course ? courses.notYet : courses.notFound}
            hint={course ? courses.notYetHint : courses.notFoundHint}
            action={{ id: 'go-on', label: courses.next, onTap: back }}
          />
        )}
      </Loaded>
    </Screen>
  );
}

type State = 'drawing' | 'drawn' | 'broken' | 'saving' | 'saved' | 'denied' | 'failed';

function Finished({ course }: { course: Course }) {
  const [name, setName] = useState('');
  const [state, setState] = useState<State>('drawing');
  const [sheet, setSheet] = useState<Sheet>();
  const [day] = useState(() => fullDate(serverNow()));
  const { title } = course;
  useEffect(() => {
    let gone = false;
    void findSheet().then((found) => {
      if (gone) return;
      setSheet(found);
      setState(found ? 'drawn' : 'broken');
    });
    return () => {
      gone = true;
    };
  }, []);
  useEffect(() => {
    if (!sheet) return;
    const { paperTop: top, paperHeard: heard, paperFoot: foot } = courses;
    drawKeepsake(sheet.context, { top, name: name.trim(), heard, course: title, day, foot });
  }, [sheet, name, title, day]);

  async function save() {
    if (!sheet) return;
    setState('saving');
    const result = await sheet.save(courses.file);
    setState(result === 'cancelled' ? 'drawn' : result);
  }

  return (
    <Screen
      title={courses.certificateTitle}
      footer={<Footer state={state} onSave={() => void save()} />}
    >
      <Heading title={courses.certificateHeading} hint={courses.certificateHint} />
      <Field
        id="name"
        label={courses.name}
        value={name}
        placeholder={courses.namePlaceholder}
        maxLength={12}
        onChange={setName}
      />
      <View className="keepsake" ariaRole="img" ariaLabel={`${courses.picture}，${title}`}>
        <Canvas
          id={canvasId}
          canvasId={canvasId}
          type="2d"
          className="keepsake__canvas"
          style={{ aspectRatio: `${paper.width} / ${paper.height}` }}
        />
      </View>
      <View className="t-small t-quiet">{courses.paperFoot}</View>
    </Screen>
  );
}

async function findSheet(): Promise<Sheet | undefined> {
  for (let tries = 0; tries < triesAtMost; tries += 1) {
    const sheet = await openSheet(canvasId, paper.width, paper.height);
    if (sheet) return sheet;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return undefined;
}

function Footer({ state, onSave }: { state: State; onSave: () => void }) {
  if (state === 'broken') return <Line icon="info" text={courses.broken} />;
  const said = { saved: courses.saved, denied: courses.denied, failed: courses.saveFailed };
  return (
    <View className="stack">
      {state === 'saved' || state === 'denied' || state === 'failed' ? (
        <Line icon={state === 'saved' ? 'circle-check' : 'circle-alert'} text={said[state]} />
      ) : null}
      {state === 'denied' ? (
        <Button
          id="permissions"
          look="soft"
          icon="settings"
          label={courses.settings}
          onTap={openPermissions}
        />
      ) : (
        <Button
          id="save"
          icon="download"
          label={courses.save}
          busy={state === 'saving'}
          disabled={state === 'drawing'}
          onTap={onSave}
        />
      )}
    </View>
  );
}
