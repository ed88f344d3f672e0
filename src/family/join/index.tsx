import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import type { OutputOf } from '@contract';
import { RelationSchema, type Relation } from '@contract/enums';
import { CodeSchema } from '@contract/invitation';
import { IdSchema } from '@contract/shapes';
import { call } from '@/cloud/call';
import { save } from '@/cloud/cache';
import { newRequestId } from '@/cloud/request-id';
import { readStored, store } from '@/cloud/storage';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Face } from '@/components/face';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Tile } from '@/components/tile';
import { purposeText, waitingPurposes } from '@/session/consents';
import { openTab, replaceWith } from '@/session/routes';
import { useSession } from '@/session/session';
import { usePageQuery } from '@/session/use-page-query';
import { circle } from '@/wording/circle';
import { consent } from '@/wording/consent';
import { relationNames } from '@/wording/names';
import '../brings';

/** From a card in WeChat, or from a code on paper, whose page WeChat gives as `scene`. */
const QuerySchema = v.object({ code: v.optional(v.string()), scene: v.optional(v.string()) });

/** Parents first: they are whom a card is mostly for. */
const tiles: Relation[] = [
  'father',
  'mother',
  'paternalGrandmother',
  'paternalGrandfather',
  'maternalGrandmother',
  'maternalGrandfather',
  'relative',
  'other',
];

/** What was chosen already, and where a card that is used up has led. */
const FormSchema = v.object({
  code: CodeSchema,
  requestId: v.string(),
  relation: v.optional(RelationSchema),
  childId: v.optional(IdSchema),
});
type Form = v.InferOutput<typeof FormSchema>;
const key = 'join-form';

/** Coming into a child's circle with a card: who invites, who one is, and in. No form before it. */
export default function JoinPage() {
  const asked = usePageQuery(QuerySchema);
  const code = [asked?.code, asked?.scene].find((given) => v.is(CodeSchema, given));
  if (code === undefined) return <Gone />;
  return <Join key={code} code={code} />;
}

function Join({ code }: { code: string }) {
  const query = useQuery('account.showInvitation', { code });
  const [form, setForm] = useState<Form>(() => {
    const kept = readStored(key, FormSchema);
    return kept?.code === code ? kept : { code, requestId: newRequestId() };
  });
  const join = useJoin();
  const { data, error } = query;
  const mine = form.childId ?? (data?.kind === 'family' ? data.childId : undefined);
  const gone = error?.code === 'INVITATION_INVALID' || join.failed?.code === 'INVITATION_INVALID';

  useEffect(() => {
    if (mine !== undefined && !join.busy) replaceWith('circle', { childId: mine });
  }, [mine, join.busy]);

  function keep(part: Partial<Form>) {
    const next = { ...form, ...part };
    setForm(next);
    store(key, next);
  }

  if (mine !== undefined) return <Screen title={circle.joinTitle} />;
  if (gone) return <Gone />;
  const { relation } = form;
  return (
    <Screen
      title={circle.joinTitle}
      footer={
        data?.kind === 'family' ? (
          <Button
            id="join"
            label={relation ? circle.join : circle.joinFirst}
            disabled={!relation}
            busy={join.busy}
            onTap={() => {
              if (relation)
                join.run({ ...form, relation }, (childId) => store(key, { ...form, childId }));
            }}
          />
        ) : data?.kind === 'post' ? (
          <Button
            id="post"
            label={circle.joinPostGo}
            onTap={() => replaceWith('accept', { code })}
          />
        ) : undefined
      }
    >
      <Loaded query={query}>
        {(invitation) =>
          invitation.kind === 'family' ? (
            <Asked
              invitation={invitation}
              relation={relation}
              // Another choice is another request.
              onChoose={(next) => keep({ relation: next, requestId: newRequestId() })}
            />
          ) : (
            <Notice icon="users" title={circle.joinPost} />
          )
        }
      </Loaded>
      {join.failed ? <Line tone="alarm" icon="circle-alert" text={join.failed.message} /> : null}
    </Screen>
  );
}

interface AskedProps {
  invitation: Extract<OutputOf<'account.showInvitation'>, { kind: 'family' }>;
  relation: Relation | undefined;
  onChoose: (relation: Relation) => void;
}

function Asked({ invitation, relation, onChoose }: AskedProps) {
  const title = circle.joinHeading(invitation.inviter);
  const hint = circle.joinHint(invitation.nickname);
  return (
    <>
      <Heading title={title} spoken={`${title}，${hint}${circle.joinWho}`} />
      <Card tone="people">
        <View className="row">
          <Face of={invitation.inviter} />
          <View className="grow">{hint}</View>
        </View>
      </Card>
      <View className="t-heading">{circle.joinWho}</View>
      <View className="grid-2" ariaRole="radiogroup">
        {tiles.map((one) => (
          <Tile
            key={one}
            id={`relation-${one}`}
            kind="radio"
            picture={<Face of={one} />}
            label={relationNames[one]}
            selected={relation === one}
            onTap={() => onChoose(one)}
          />
        ))}
      </View>
      <Line tone="quiet" icon="users" text={circle.joinSeen} />
    </>
  );
}

/** Used, too old, or never made: all look the same from outside. */
function Gone() {
  return (
    <Screen
      title={circle.joinTitle}
      footer={<Button id="home" label={consent.home} onTap={() => openTab('home')} />}
    >
      <Notice icon="circle-alert" title={circle.joinGone} hint={circle.joinGoneHint} />
    </Screen>
  );
}

/** Joins once, learns who one is now, and leads a parent to what waits for a nod. */
function useJoin() {
  const learn = useSession((session) => session.learn);
  const [state, setState] = useState<{
    busy: boolean;
    failed?: { code: string; message: string };
  }>({ busy: false });

  async function run(
    { code, relation, requestId }: Form & { relation: Relation },
    onJoined: (childId: string) => void,
  ) {
    setState({ busy: true });
    const answer = await call('family.joinFamily', { code, relation }, requestId);
    if (!answer.ok) {
      setState({ busy: false, failed: answer.error });
      return;
    }
    const child = answer.data;
    onJoined(child.id);
    const home = await call('account.home', {});
    if (home.ok) {
      learn(home.data.person);
      save('account.home', {}, home.data);
    }
    const waiting = child.standing === 'guardian' ? waitingPurposes(child) : [];
    const childId = child.id;
    if (waiting.length === 0) replaceWith('circle', { childId });
    else replaceWith('consent', { childId, for: purposeText(waiting), then: 'circle' });
  }
  return {
    ...state,
    run: (form: Form & { relation: Relation }, onJoined: (childId: string) => void) =>
      void run(form, onJoined),
  };
}
