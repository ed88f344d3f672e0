import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Child, CircleMember } from '@contract/family';
import type { Consent } from '@contract/consent';
import { readSaved } from '@/cloud/cache';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { back, open } from '@/session/routes';
import { consent as words, consentStateOn, consentTexts, spokenConsent } from '@/wording/consent';
import type { Invitation } from '@/session/use-invitation';
import { Facts } from './facts';
import { InvitationFailed, waysToParents } from './outcomes';
import { TellParents } from '@/components/tell-parents';
import type { useChoices } from './use-choices';

interface Props {
  consent: Consent;
  child: Child;
  members: CircleMember[];
  invitation: Invitation;
  choices: ReturnType<typeof useChoices>;
}

/** A purpose that was agreed to: its text to read again, and taking it back. */
export function Standing({ consent, child, members, invitation, choices }: Props) {
  const { purpose, state } = consent;
  const [phase, setPhase] = useState<'shown' | 'asking' | { visitsAhead: number }>('shown');
  if (typeof phase === 'object') {
    return <Withdrawn consent={consent} visitsAhead={phase.visitsAhead} />;
  }
  if (phase === 'asking') {
    const ahead = visitsOf(child.id);
    const hint = words.withdrawHint(purpose, ahead);
    return (
      <Screen
        title={words.title}
        onBack={() => setPhase('shown')}
        footer={
          <View className="grid-2">
            <Button
              id="keep"
              look="line"
              label={words.withdrawNo}
              onTap={() => setPhase('shown')}
            />
            <Button
              id="withdraw-yes"
              look="line"
              disabled={choices.busy}
              label={words.withdrawYes}
              onTap={() => {
                void choices.withdraw(purpose).then((visitsAhead) => {
                  if (visitsAhead !== undefined) setPhase({ visitsAhead });
                });
              }}
            />
          </View>
        }
      >
        <Heading title={words.withdrawAsk} spoken={`${words.withdrawAsk}${hint}`} />
        <Card tone="coming">{hint}</Card>
        {choices.failed ? (
          <Line tone="alarm" icon="circle-alert" text={choices.failed.message} />
        ) : null}
      </Screen>
    );
  }
  const pending = state === 'pending';
  return (
    <Screen
      title={words.title}
      footer={
        <>
          {pending ? (
            <TellParents members={members} invitation={invitation} look="main" />
          ) : (
            <Button id="done" label={words.done} onTap={back} />
          )}
          <Button
            id="withdraw"
            look="line"
            label={words.withdraw}
            onTap={() => setPhase('asking')}
          />
        </>
      }
    >
      <Heading
        title={consentTexts[purpose].name}
        hint={words.about(child.nickname)}
        spoken={`${consentStateOn(consent)}。${spokenConsent(purpose, child.nickname)}`}
      />
      <Line icon={pending ? 'clock' : 'check'} text={consentStateOn(consent)} />
      {pending ? (
        <Card tone="coming">
          {words.begunText}
          {waysToParents(members)}
        </Card>
      ) : null}
      <InvitationFailed invitation={invitation} />
      <Facts purpose={purpose} />
    </Screen>
  );
}

function Withdrawn({ consent, visitsAhead }: { consent: Consent; visitsAhead: number }) {
  const hint = words.withdrawnHint(consent.purpose);
  const still = consent.purpose === 'booking' && visitsAhead > 0;
  const ahead = still ? words.visitsAhead(visitsAhead) : '';
  return (
    <Screen title={words.title} footer={<Button id="done" label={words.done} onTap={back} />}>
      <Heading title={words.withdrawn} spoken={`${words.withdrawn}。${hint}${ahead}`} />
      <Card>{hint}</Card>
      {still ? (
        <Choice
          id="visits"
          icon="calendar-check"
          title={words.toVisits}
          hint={ahead}
          onTap={() => open('appointments')}
        />
      ) : null}
    </Screen>
  );
}

/** Visits that the device knows of; the answer to taking back counts them again. */
function visitsOf(childId: string): number {
  const upcoming = readSaved('account.home', {})?.data.upcoming ?? [];
  return upcoming.filter((visit) => visit.childId === childId).length;
}
