import { View } from '@tarojs/components';
import type { Appointment } from '@contract/appointment';
import type { Child } from '@contract/family';
import { useServerNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { Listen } from '@/components/listen';
import { TellParents } from '@/components/tell-parents';
import { childNotAgreedFor, childToAgreeFor, knownChildren } from '@/session/consents';
import { open } from '@/session/routes';
import { useInvitation } from '@/session/use-invitation';
import { changes } from '@/wording/changes';
import { whenText } from '@/wording/when';

/** The place is kept until a parent has agreed: until when, and what happens then. */
export function Awaiting({ appointment }: { appointment: Appointment }) {
  const now = useServerNow();
  const { consentUntil } = appointment;
  const until = consentUntil === undefined ? undefined : whenText(consentUntil, now);
  const children = useChildrenOf(appointment);
  const decider = childToAgreeFor(children, childrenOf(appointment)) !== undefined;
  const title = decider
    ? changes.awaitsYou
    : until === undefined
      ? changes.awaitingNoDate
      : changes.awaiting(until);
  const hint = decider ? changes.awaitsYouHint : changes.awaitingHint;
  return (
    <Card tone="coming">
      <View className="row">
        <Icon name="hourglass" />
        <View className="t-strong grow">{title}</View>
        <Listen id="listen-awaiting" text={`${title}。${hint}`} />
      </View>
      <View className="t-small">
        {decider && until !== undefined ? `${changes.awaitsYouLong(until)}。${hint}` : hint}
      </View>
    </Card>
  );
}

/** What there is to do about it: agree, or let the parents know. */
export function AwaitingAction({ appointment }: { appointment: Appointment }) {
  const ids = childrenOf(appointment);
  const children = useChildrenOf(appointment);
  const mine = childToAgreeFor(children, ids);
  if (mine === undefined) {
    return <Telling childId={childNotAgreedFor(children, ids) ?? appointment.childId} />;
  }
  return (
    <Button
      id="go-consent"
      icon="clipboard-check"
      label={changes.agree}
      onTap={() => open('consent', { childId: mine, for: 'booking', then: 'back' })}
    />
  );
}

const childrenOf = ({ childId, sibling }: Appointment) =>
  sibling ? [childId, sibling.childId] : [childId];

/** As this phone knows them; it asks when a notice was tapped before the first screen had come. */
function useChildrenOf(appointment: Appointment): Child[] {
  const ids = childrenOf(appointment);
  const missing = ids.some((id) => !knownChildren().some((child) => child.id === id));
  // The answer is kept where the known ones are read from.
  useQuery('account.home', missing ? {} : undefined);
  return knownChildren();
}

function Telling({ childId }: { childId: string }) {
  const circle = useQuery('family.showCircle', { childId });
  const invitation = useInvitation(childId);
  if (!circle.data) return null;
  return <TellParents members={circle.data.members} invitation={invitation} look="main" />;
}
