import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import type { OutputOf } from '@contract';
import { limits } from '@contract/limits';
import { call } from '@/cloud/call';
import { newRequestId } from '@/cloud/request-id';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field } from '@/components/field';
import { Heading } from '@/components/heading';
import type { IconName } from '@/components/icon';
import { Line, Notice } from '@/components/notice';
import { SchoolPicker } from '@/components/school-picker';
import { Screen } from '@/components/screen';
import { ShareButton } from '@/components/share-button';
import { Tile } from '@/components/tile';
import { TownshipPicker } from '@/components/township-picker';
import { open } from '@/session/routes';
import { usePerson } from '@/session/use-person';
import { home } from '@/wording/home';
import { staff } from '@/wording/staff';
import { fullDate } from '@/wording/when';
import '../brings';
import { Classes } from './classes';
import { CounsellorPicker } from './counsellor-picker';
import {
  emptyInvite,
  invitationOf,
  isName,
  missingOf,
  needsSchool,
  postKinds,
  type InviteForm,
  type PostKind,
} from './form';

const icons: Record<PostKind, IconName> = {
  teacher: 'school',
  counsellor: 'headphones',
  director: 'footprints',
  schoolAdmin: 'building-2',
  admin: 'map',
};
const labels: Record<PostKind, string> = { ...staff.roleNames, schoolAdmin: staff.schoolAdmin };

type Ready = OutputOf<'account.invite'> & { name: string };

/** Inviting somebody to a post: what, who, where; then a card to send or a code to print. */
export default function InvitePage() {
  const { posts = [] } = usePerson().person;
  const wholeCounty = posts.some(({ role, schoolId }) => role === 'admin' && !schoolId);
  const ownSchool = posts.find(({ role, schoolId }) => role === 'admin' && schoolId)?.schoolId;
  const [form, setForm] = useState<InviteForm>(emptyInvite);
  const [requestId, setRequestId] = useState(newRequestId);
  const [state, setState] = useState<{ busy: boolean; failed?: string }>({ busy: false });
  const [ready, setReady] = useState<Ready>();
  useShareAppMessage(() =>
    ready
      ? { title: staff.shareTitle, path: `/desk/accept/index?code=${ready.code}` }
      : { title: home.welcome, path: '/pages/home/index' },
  );

  // Somebody who answers for one school invites its teachers and nobody else.
  const bound = !wholeCounty && ownSchool !== undefined;
  const filled: InviteForm = bound ? { ...form, kind: 'teacher', schoolId: ownSchool } : form;
  const missing = missingOf(filled);

  function change(part: Partial<InviteForm>) {
    setForm((before) => ({ ...before, ...part }));
    setRequestId(newRequestId());
  }

  async function make() {
    const input = invitationOf(filled);
    if (!input) return;
    setState({ busy: true });
    const answer = await call('account.invite', input, requestId);
    setState(answer.ok ? { busy: false } : { busy: false, failed: answer.error.message });
    if (answer.ok) setReady({ ...answer.data, name: input.name });
  }

  function again() {
    setForm(emptyInvite);
    setRequestId(newRequestId());
    setReady(undefined);
  }

  if (ready) return <ReadyScreen ready={ready} onAgain={again} />;
  return (
    <Screen
      title={staff.inviteTitle}
      footer={
        <Button
          id="make"
          icon="user-plus"
          label={staff.make}
          busy={state.busy}
          disabled={missing.length > 0}
          onTap={() => void make()}
        />
      }
    >
      <Heading title={staff.inviteHeading} />
      {bound ? null : (
        <View className="grid-2" ariaRole="radiogroup" ariaLabel={staff.inviteWho}>
          {postKinds.map((kind) => (
            <Tile
              key={kind}
              id={`kind-${kind}`}
              kind="radio"
              icon={icons[kind]}
              label={labels[kind]}
              hint={staff.roleHints[kind]}
              selected={filled.kind === kind}
              onTap={() => change({ kind })}
            />
          ))}
        </View>
      )}
      {filled.kind ? (
        <>
          <Card>
            <View className="t-strong">{staff.inviteName}</View>
            <Field
              id="name"
              label={staff.inviteName}
              value={form.name}
              placeholder={staff.inviteNameExample}
              maxLength={limits.staffNameCharacters * 2}
              onChange={(name) => change({ name })}
            />
            {form.name !== '' && !isName(form.name) ? (
              <Line tone="alarm" icon="circle-alert" text={staff.nameBad} />
            ) : null}
          </Card>
          {needsSchool(filled.kind) && !bound ? (
            <SchoolPicker title={staff.inviteSchool} form={form} required onChange={change} />
          ) : null}
          {filled.kind === 'teacher' ? <Classes form={form} onChange={change} /> : null}
          {filled.kind === 'director' ? (
            <TownshipPicker
              id="township"
              title={staff.inviteTownship}
              value={form.township}
              onChange={(township) => change({ township })}
            />
          ) : null}
          {filled.kind === 'counsellor' ? (
            <CounsellorPicker
              value={form.counsellorId}
              onChange={(counsellorId) => change({ counsellorId })}
            />
          ) : null}
          {form.name !== '' && missing.length > 0 ? (
            <Line tone="quiet" icon="info" text={`${staff.missing}${missing.join('、')}`} />
          ) : null}
        </>
      ) : null}
      {state.failed ? <Line tone="alarm" icon="circle-alert" text={state.failed} /> : null}
    </Screen>
  );
}

function ReadyScreen({ ready, onAgain }: { ready: Ready; onAgain: () => void }) {
  return (
    <Screen
      title={staff.inviteTitle}
      footer={
        <>
          <ShareButton
            id="share"
            icon="share-2"
            label={staff.share}
            path={`/desk/accept/index?code=${ready.code}`}
          />
          <Button
            id="print"
            look="soft"
            icon="printer"
            label={staff.print}
            onTap={() => open('poster', { code: ready.code })}
          />
        </>
      }
    >
      <Notice icon="check" title={staff.ready} hint={staff.readyHint(ready.name)} />
      <Line icon="clock" text={staff.goodUntil(fullDate(ready.expiresAt))} />
      <Button id="another" look="quiet" icon="plus" label={staff.another} onTap={onAgain} />
    </Screen>
  );
}
