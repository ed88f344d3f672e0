import { useState } from 'react';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { SchoolPicker } from '@/components/school-picker';
import { Screen } from '@/components/screen';
import { useQueue, type ProxyEntry } from '@/session/queue';
import { useRosterPost } from '@/session/roster-post';
import { open } from '@/session/routes';
import { usePerson } from '@/session/use-person';
import { roster } from '@/wording/roster';
import '../brings';
import { BirthField, NicknameField, PhoneField, RelationField } from '../parts/child-fields';
import { OwnSchool } from '../parts/own-school';
import { PlaceChoice } from '../parts/place-choice';
import {
  emptyForm,
  forgetForm,
  formOf,
  inputOf,
  missingOf,
  readForm,
  saveForm,
  type ProxyForm,
} from './form';
import { Unsent } from './unsent';

/**
 * Writing down a child of a family without a telephone, one after another, on the way from door to
 * door. What is written lies in the outgoing queue at once and goes out when there is network.
 */
export default function ProxyPage() {
  const { person, waiting } = usePerson();
  const { post, posts } = useRosterPost(person);
  const add = useQueue((queue) => queue.add);
  const remove = useQueue((queue) => queue.remove);
  const [form, setForm] = useState(readForm);
  const [note, setNote] = useState<{ tone: 'coming' | 'alarm'; text: string }>();

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
    if (!add({ of: 'proxy', input })) {
      setNote({ tone: 'alarm', text: roster.notKept });
      return;
    }
    forgetForm();
    setForm(emptyForm);
    setNote({ tone: 'coming', text: roster.kept(input.nickname) });
  }

  function putRight(entry: ProxyEntry) {
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
      <NicknameField
        title={roster.nickname}
        value={form.nickname}
        onChange={(nickname) => change({ nickname })}
      />
      <BirthField title={roster.birth} value={form.birth} onChange={(birth) => change({ birth })} />
      <RelationField
        id="caregiver"
        title={roster.caregiver}
        value={form.caregiver}
        onChange={(caregiver) => change({ caregiver })}
      />
      {post.role === 'teacher' ? (
        <OwnSchool post={post} />
      ) : (
        <SchoolPicker title={roster.school} form={form} near={post.township} onChange={change} />
      )}
      <PhoneField
        title={roster.phone}
        value={form.phone}
        example={roster.phoneExample}
        onChange={(phone) => change({ phone })}
      />
      {form.nickname !== '' && missing.length > 0 ? (
        <Line tone="quiet" icon="info" text={`${roster.missing}${missing.join('、')}`} />
      ) : null}
      <Line tone="quiet" icon="hand-heart" text={roster.proxyAsk} />
      <Choice id="slip" icon="printer" title={roster.slip} onTap={() => open('poster')} />
    </Screen>
  );
}
