import { View } from '@tarojs/components';
import type { CircleMember } from '@contract/family';
import type { Purpose, Relation } from '@contract/enums';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { PhonesWay } from '@/components/ways';
import { useBookingDraft } from '@/session/booking-draft';
import { back, openTab } from '@/session/routes';
import { consent as words, consentTexts } from '@/wording/consent';
import type { Invitation } from '@/session/use-invitation';
import { parentsAmong, TellParents } from '@/components/tell-parents';
import { goOn, isBooking, type Then } from './then';

interface ParentProps {
  members: CircleMember[];
  invitation: Invitation;
}

/** A caregiver has said yes: it counts, and a parent is still to nod. */
export function Begun({
  members,
  invitation,
  then,
  onGoOn,
}: ParentProps & { then: Then; onGoOn: () => void }) {
  const how = waysToParents(members);
  return (
    <Screen
      title={words.title}
      footer={
        <>
          <Button id="go-on" label={isBooking(then) ? words.goOn : words.done} onTap={onGoOn} />
          <TellParents members={members} invitation={invitation} look="soft" />
        </>
      }
    >
      <Heading title={words.begunTitle} spoken={`${words.begunTitle}。${words.begunText}${how}`} />
      <Card tone="coming">
        <View className="stack">
          <View>{words.begunText}</View>
          <View>{how}</View>
        </View>
      </Card>
      <InvitationFailed invitation={invitation} />
    </Screen>
  );
}

export function waysToParents(members: CircleMember[]): string {
  const parents = parentsAmong(members).map(({ relation }) => relation);
  return parents.length > 0 ? words.parentThere(parents) : words.parentMissing;
}

export function InvitationFailed({ invitation }: { invitation: Invitation }) {
  if (invitation.failed === undefined) return null;
  return <Line tone="alarm" icon="circle-alert" text={invitation.failed} />;
}

/** A parent has said no: who has to agree, and what helps meanwhile. */
export function Blocked({ by, members, invitation }: ParentProps & { by: Relation }) {
  const title = words.blockedTitle(by);
  const hint = words.blockedHint;
  return (
    <Screen
      title={words.title}
      footer={
        <>
          <TellParents members={members} invitation={invitation} look="main" />
          <Button id="home" look="quiet" label={words.home} onTap={() => openTab('home')} />
        </>
      }
    >
      <Heading title={title} spoken={`${title}。${hint}`} />
      <Card tone="coming">{hint}</Card>
      <PhonesWay />
      <InvitationFailed invitation={invitation} />
    </Screen>
  );
}

interface SaidNoProps {
  purpose: Purpose;
  then: Then | undefined;
  childId: string;
  onThinkAgain: () => void;
}

/** They have said no: nobody asks twice, and what helps without it is right there. */
export function SaidNo({ purpose, then, childId, onThinkAgain }: SaidNoProps) {
  const setRecording = useBookingDraft((draft) => draft.setRecording);
  const voice = purpose === 'recordings' && isBooking(then);
  const stops = purpose === 'booking' && isBooking(then);
  const title = voice ? words.saidNoVoiceTitle : stops ? words.saidNoTitle : words.saidNo;
  const hint = voice
    ? words.saidNoVoiceHint
    : stops
      ? words.saidNoHint
      : consentTexts[purpose].without;

  function leave() {
    if (voice) {
      setRecording(undefined);
      goOn(then, childId);
    } else if (stops) openTab('home');
    else if (then === undefined) back();
    else goOn(then, childId);
  }

  return (
    <Screen
      title={words.title}
      footer={
        <>
          <Button
            id="leave"
            label={voice ? words.goOnWithout : stops ? words.home : words.done}
            onTap={leave}
          />
          <Button id="think-again" look="quiet" label={words.thinkAgain} onTap={onThinkAgain} />
        </>
      }
    >
      <Heading title={title} spoken={`${title}。${hint}`} />
      <Card>{hint}</Card>
      {voice ? null : <PhonesWay />}
    </Screen>
  );
}
