import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import * as v from 'valibot';
import type { OutputOf } from '@contract';
import { CodeSchema } from '@contract/invitation';
import { call } from '@/cloud/call';
import { newRequestId } from '@/cloud/request-id';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { openTab, replaceWith } from '@/session/routes';
import { usePageQuery } from '@/session/use-page-query';
import { common } from '@/wording/common';
import { staff } from '@/wording/staff';
import { fullDate } from '@/wording/when';
import '../brings';
import { Arrived } from '../parts/arrived';
import { useArrival } from '../parts/use-arrival';
import { useTownshipNames } from '../parts/use-township-names';

/** From a card the code comes as `code`, from a scanned picture as `scene`. */
const QuerySchema = v.object({ code: v.optional(v.string()), scene: v.optional(v.string()) });

type Post = Extract<OutputOf<'account.showInvitation'>, { kind: 'post' }>;

export default function AcceptPage() {
  const asked = usePageQuery(QuerySchema);
  const code = v.safeParse(CodeSchema, asked?.code ?? asked?.scene);
  if (code.success) return <Invitation code={code.output} />;
  return (
    <Screen title={staff.acceptTitle}>
      <Notice icon="circle-help" title={staff.noCode} hint={staff.noCodeHint} action={goHome} />
    </Screen>
  );
}

const goHome = { id: 'go-home', label: common.tabs.home, onTap: () => openTab('home') };

/** Who invites to what; nothing happens before it is accepted. */
function Invitation({ code }: { code: string }) {
  const query = useQuery('account.showInvitation', { code });
  const [requestId] = useState(newRequestId);
  const [state, setState] = useState<{ busy: boolean; failed?: string; gone?: boolean }>({
    busy: false,
  });
  const [accepted, setAccepted] = useState<Post>();
  const arrive = useArrival();
  const kind = query.data?.kind;
  useEffect(() => {
    // A family's code, scanned or opened as a post's.
    if (kind === 'family') replaceWith('join', { code });
  }, [kind, code]);

  async function accept(post: Post) {
    setState({ busy: true });
    const answer = await call('account.acceptInvitation', { code }, requestId);
    if (answer.ok) {
      arrive(answer.data);
      setAccepted(post);
      return;
    }
    const gone = answer.error.code === 'INVITATION_INVALID';
    setState({ busy: false, failed: answer.error.message, gone });
  }

  if (accepted) {
    const role = roleOf(accepted);
    return <Arrived title={staff.acceptTitle} name={accepted.name} role={role} />;
  }
  // Also when it was shown before: a code that is used up must not look as if it could be accepted.
  const gone = state.gone ?? query.error?.code === 'INVITATION_INVALID';
  const post = query.data?.kind === 'post' ? query.data : undefined;
  return (
    <Screen
      title={staff.acceptTitle}
      footer={
        post && !gone ? (
          <Button
            id="accept"
            icon="check"
            label={staff.accept}
            busy={state.busy}
            onTap={() => void accept(post)}
          />
        ) : undefined
      }
    >
      {gone ? (
        <Notice
          icon="circle-alert"
          title={staff.invalid}
          hint={staff.invalidHint}
          action={goHome}
        />
      ) : (
        <Loaded query={query}>{() => (post ? <PostCard post={post} /> : null)}</Loaded>
      )}
      {state.failed && !gone ? <Line tone="alarm" icon="circle-alert" text={state.failed} /> : null}
    </Screen>
  );
}

/** An administrator with a school answers for that school only. */
function roleOf({ role, schoolName }: Pick<Post, 'role' | 'schoolName'>): string {
  return role === 'admin' && schoolName ? staff.schoolAdmin : staff.roleNames[role];
}

function PostCard({ post }: { post: Post }) {
  const { name, inviterName, schoolName, classes = [], township, expiresAt } = post;
  const townshipName = useTownshipNames(township !== undefined)(township);
  const role = roleOf(post);
  const title = staff.invites(inviterName);
  return (
    <>
      <Heading
        title={title}
        hint={staff.acceptHint}
        spoken={[title, role, schoolName, staff.acceptHint].filter(Boolean).join('。')}
      />
      <Card>
        <View className="stack">
          <Fact icon="briefcase" title={staff.asRole}>
            <View className="t-heading">{role}</View>
          </Fact>
          <Fact icon="user" title={staff.calledAs}>
            {name}
          </Fact>
          {schoolName ? (
            <Fact icon="school" title={staff.atSchool}>
              {schoolName}
            </Fact>
          ) : null}
          {townshipName ? (
            <Fact icon="map-pin" title={staff.atTownship}>
              {townshipName}
            </Fact>
          ) : null}
          {classes.length > 0 ? (
            <Fact icon="users" title={staff.classes}>
              {classes.join('、')}
            </Fact>
          ) : null}
          <Fact icon="clock" title={staff.until}>
            {fullDate(expiresAt)}
          </Fact>
        </View>
      </Card>
      <Line tone="quiet" icon="info" text={staff.notYou} />
    </>
  );
}
