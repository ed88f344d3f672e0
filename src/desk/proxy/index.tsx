import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import * as v from 'valibot';
import { relations } from '@contract/enums';
import { limits } from '@contract/limits';
import { partsOf } from '@rules/dates';
import { serverNow } from '@/cloud/clock';
import { useOutbox, type OutboxEntry } from '@/cloud/outbox';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Fact } from '@/components/fact';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { PickedSchema, PickerCard } from '@/components/picker-card';
import { SchoolPicker } from '@/components/school-picker';
import { Screen } from '@/components/screen';
import { useRosterPost } from '@/session/roster-post';
import { open } from '@/session/routes';
import { usePerson } from '@/session/use-person';
import { birthText } from '@/wording/family';
import { relationNames } from '@/wording/names';
import { roster } from '@/wording/roster';
import { PlaceChoice } from '../parts/place-choice';
import {
  emptyForm,
  forgetForm,
  formOf,
  inputOf,
  missingOf,
  nicknameOk,
  phoneOk,
  readForm,
  saveForm,
  type ProxyForm,
} from './form';
import { Unsent } from './unsent';

const MonthSchema = v.object({ value: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}/)) });

/**
 * Writing down a child of a family without a telephone, one after another, on the way from door to
 * door. What is written lies in the outgoing queue at once and goes out when there is network.
 */
export default function ProxyPage() {
  const { person, waiting } = usePerson();
  const { post, posts } = useRosterPost(person);
  const { add, send, remove } = useOutbox();
  const [form, setForm] = useState(readForm);
  const [note, setNote] = useState<{ tone: 'coming' | 'alarm'; text: string }>();
  const [today] = useState(() => partsOf(Date.now()));

  function change(part: Partial<ProxyForm>) {
    const next = { ...form, ...part };
    setForm(next);
    setNote(undefined);
    saveForm(next);
  }

  const input = post && inputOf(form, post);
  const missing = missingOf(form);

  function keep() {
    if (!input) return;
    if (!add(input, serverNow())) {
      setNote({ tone: 'alarm', text: roster.notKept });
      return;
    }
    forgetForm();
    setForm(emptyForm);
    setNote({ tone: 'coming', text: roster.kept(input.nickname) });
    void send();
  }

  function putRight(entry: OutboxEntry) {
    if (form.nickname !== '') {
      setNote({ tone: 'alarm', text: roster.finishFirst });
      return;
    }
    // Into the form first, which lies on the device too: nothing is lost in between.
    change(formOf(entry.input));
    remove(entry.requestId);
  }

  if (!post) {
    return (
      <Screen title={roster.proxyTitle}>
        <Unsent onPutRight={putRight} />
        {waiting && !waiting.data ? (
          <Loaded query={waiting}>{() => null}</Loaded>
        ) : (
          <Notice icon="lock" title={roster.notStaff} hint={roster.notStaffHint} />
        )}
      </Screen>
    );
  }
  return (
    <Screen
      title={roster.proxyTitle}
      footer={
        <>
          {note ? (
            <Line
              tone={note.tone}
              icon={note.tone === 'alarm' ? 'circle-alert' : 'check'}
              text={note.text}
            />
          ) : null}
          <Button id="keep" icon="save" label={roster.keep} disabled={!input} onTap={keep} />
        </>
      }
    >
      <Heading title={roster.proxyHeading} hint={roster.proxyHint} />
      <Unsent onPutRight={putRight} />
      <PlaceChoice posts={posts} post={post} />
      <Card>
        <View className="t-strong">{roster.nickname}</View>
        <Field
          id="nickname"
          label={roster.nickname}
          value={form.nickname}
          placeholder={roster.nicknameExample}
          maxLength={limits.nicknameCharacters * 2}
          onChange={(nickname) => change({ nickname })}
        />
        {form.nickname !== '' && !nicknameOk(form) ? (
          <Line tone="alarm" icon="circle-alert" text={roster.nicknameBad} />
        ) : null}
      </Card>
      <Picker
        id="birth"
        ariaRole="button"
        ariaLabel={roster.birth}
        mode="date"
        fields="month"
        value={form.birth ?? `${today.year - 9}-06`}
        start={`${today.year - limits.childAgeYears}-01`}
        end={`${today.year}-${String(today.month).padStart(2, '0')}`}
        onChange={(event) => {
          const picked = v.safeParse(MonthSchema, event.detail);
          if (picked.success) change({ birth: picked.output.value.slice(0, 7) });
        }}
      >
        <PickerCard title={roster.birth} value={form.birth && birthOf(form.birth)} />
      </Picker>
      <Picker
        id="caregiver"
        ariaRole="button"
        ariaLabel={roster.caregiver}
        mode="selector"
        range={relations.map((relation) => relationNames[relation])}
        value={Math.max(0, relations.indexOf(form.caregiver ?? 'paternalGrandmother'))}
        onChange={(event) => {
          const picked = v.safeParse(PickedSchema, event.detail);
          if (picked.success) change({ caregiver: relations[picked.output.value] });
        }}
      >
        <PickerCard
          title={roster.caregiver}
          value={form.caregiver && relationNames[form.caregiver]}
        />
      </Picker>
      {post.role === 'teacher' ? (
        <OwnSchool post={post} />
      ) : (
        <SchoolPicker title={roster.school} form={form} near={post.township} onChange={change} />
      )}
      <Card>
        <View className="t-strong">{roster.phone}</View>
        <Field
          id="phone"
          label={roster.phone}
          type="number"
          value={form.phone}
          placeholder={roster.phoneExample}
          maxLength={12}
          onChange={(phone) => change({ phone })}
        />
        {form.phone.length >= 11 && !phoneOk(form) ? (
          <Line tone="alarm" icon="circle-alert" text={roster.phoneBad} />
        ) : null}
      </Card>
      {form.nickname !== '' && missing.length > 0 ? (
        <Line tone="quiet" icon="info" text={`${roster.missing}${missing.join('、')}`} />
      ) : null}
      <Line tone="quiet" icon="hand-heart" text={roster.proxyAsk} />
      <Choice id="slip" icon="printer" title={roster.slip} onTap={() => open('poster')} />
    </Screen>
  );
}

/** A teacher writes down children of their own school only. */
function OwnSchool({ post }: { post: { county: string; schoolId?: string | undefined } }) {
  const { county, schoolId } = post;
  const query = useQuery(
    'directory.listSchools',
    schoolId ? { county, ids: [schoolId] } : undefined,
  );
  const name = query.data?.schools[0]?.name;
  if (!name) return null;
  return (
    <Card>
      <Fact icon="school" title={roster.mySchool}>
        {name}
      </Fact>
    </Card>
  );
}

function birthOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return birthText(year ?? 0, number ?? 0);
}
