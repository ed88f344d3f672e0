import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '@contract';
import type { CircleMember } from '@contract/family';
import { limits } from '@contract/limits';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Listen } from '@/components/listen';
import { Loaded } from '@/components/loaded';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { ShareButton } from '@/components/share-button';
import { waitingPurposes } from '@/session/consents';
import { open, openTab } from '@/session/routes';
import { awayText } from '@/wording/away';
import { circle, memberName, memberText } from '@/wording/circle';
import { AtHomeLines } from './at-home-lines';
import { useInvitation, type Invitation } from '@/session/use-invitation';
import { dotted } from '@/wording/common';
import { MemberCard } from './member-card';
import { useRemoval } from './use-removal';

/** Who is there and what they may do; inviting, taking out, leaving; what else belongs to the child. */
export function Circle({ childId }: { childId: string }) {
  const query = useQuery('family.showCircle', { childId });
  const invitation = useInvitation(childId);
  const [asking, setAsking] = useState<CircleMember>();
  const removal = useRemoval(childId, (member) => {
    setAsking(undefined);
    if (member.me) openTab('home');
    else query.reload();
  });
  const { data } = query;

  function footer() {
    if (!data) return undefined;
    if (asking) {
      const { me } = asking;
      return (
        <>
          <Button
            id="keep"
            label={me ? circle.leaveNo : circle.removeNo}
            onTap={() => setAsking(undefined)}
          />
          <Button
            id="remove"
            look="line"
            busy={removal.busy}
            label={me ? circle.leaveYes : circle.removeYes}
            onTap={() => removal.run(asking)}
          />
        </>
      );
    }
    return <InviteActions invitation={invitation} />;
  }

  return (
    <Screen
      title={circle.title}
      footer={footer()}
      onBack={asking ? () => setAsking(undefined) : undefined}
    >
      <Loaded query={query} skeleton={4}>
        {(shown) =>
          asking ? (
            <Asked member={asking} failed={removal.failed} />
          ) : (
            <Shown shown={shown} invitation={invitation} onRemove={setAsking} />
          )
        }
      </Loaded>
    </Screen>
  );
}

/** First the code, then WeChat's own share: it waits for nothing. */
function InviteActions({ invitation }: { invitation: Invitation }) {
  const { code, busy, path, prepare } = invitation;
  if (code === undefined) {
    return (
      <Button id="prepare" icon="user-plus" label={circle.invite} busy={busy} onTap={prepare} />
    );
  }
  return (
    <>
      <ShareButton id="send" icon="send" label={circle.send} path={path} />
      <Button id="another" look="quiet" label={circle.another} busy={busy} onTap={prepare} />
    </>
  );
}

interface ShownProps {
  shown: OutputOf<'family.showCircle'>;
  invitation: Invitation;
  onRemove: (member: CircleMember) => void;
}

function Shown({ shown, invitation, onRemove }: ShownProps) {
  const { child, members, away, atHome } = shown;
  const childId = child.id;
  const me = members.find((member) => member.me);
  const heading = circle.heading(child.nickname);
  const everybody = members.map((member) => `${memberName(member)}，${memberText(member)}`);
  const { code, failed } = invitation;
  const readyHint = circle.readyHint(limits.familyInvitationHours);
  return (
    <>
      {code !== undefined ? (
        <>
          <Card tone="coming">
            <View className="row">
              <View className="t-heading grow">{circle.ready}</View>
              <Listen id="listen-card" text={`${circle.ready}。${readyHint}`} />
            </View>
            <View>{readyHint}</View>
          </Card>
          <Choice
            id="paper"
            icon="printer"
            title={circle.paper}
            hint={circle.paperHint}
            onTap={() => open('poster', { code })}
          />
        </>
      ) : null}
      {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
      <Heading
        title={heading}
        hint={circle.hint}
        spoken={`${heading}${everybody.join('。')}。${circle.hint}`}
      />
      {members.map((member) => (
        <MemberCard key={member.id} member={member} onRemove={() => onRemove(member)} />
      ))}
      {atHome ? <AtHomeLines childId={childId} atHome={atHome} /> : null}
      <Choice
        id="consents"
        icon="clipboard-check"
        title={circle.consents}
        hint={waitingPurposes(child).length > 0 ? circle.consentsWaiting : circle.consentsOpen}
        onTap={() => open('consent', { childId })}
      />
      <Choice
        id="screening"
        icon="clipboard-list"
        title={circle.screening}
        hint={circle.screeningHint}
        onTap={() => open('screening', { childId, as: 'caregiver' })}
      />
      <Choice
        id="away"
        icon="building-2"
        title={circle.away}
        hint={away ? awayText(away) : circle.awayNone}
        onTap={() => open('away', { childId })}
      />
      <Choice
        id="edit"
        icon="pencil"
        title={circle.child}
        hint={dotted(child.nickname, child.schoolName)}
        onTap={() => open('addChild', { childId })}
      />
      {me && members.length > 1 ? (
        <Button
          id="leave"
          look="quiet"
          icon="log-out"
          label={circle.leave}
          onTap={() => onRemove(me)}
        />
      ) : null}
    </>
  );
}

function Asked({ member, failed }: { member: CircleMember; failed: string | undefined }) {
  const who = memberName(member);
  const title = member.me ? circle.leaveAsk : circle.removeAsk(who);
  const hint = member.me ? circle.leaveHint : circle.removeHint(who);
  return (
    <>
      <Heading title={title} spoken={`${title}${hint}`} />
      <Card tone="coming">{hint}</Card>
      {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
    </>
  );
}
