import type { OutputOf } from '@contract';
import { useQuery } from '@/cloud/use-query';
import { BigAction } from '@/components/big-action';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Icon } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { Screen } from '@/components/screen';
import { changedPurposes, purposeText, waitingPurposes } from '@/session/consents';
import { open } from '@/session/routes';
import { consent, consentStateText, consentTexts } from '@/wording/consent';
import { useInvitation } from '@/session/use-invitation';
import { purposeIcons } from './icons';
import { TellParents } from '@/components/tell-parents';

/** Every purpose with how it stands; a tap shows its text, and lets one agree or take back. */
export function Overview({ childId }: { childId: string }) {
  const query = useQuery('family.showCircle', { childId });
  const invitation = useInvitation(childId);

  function footer({ child, members }: OutputOf<'family.showCircle'>) {
    const waiting = waitingPurposes(child);
    const toRead = [...waiting, ...changedPurposes(child)];
    if (child.standing !== 'guardian') {
      if (waiting.length === 0) return undefined;
      return <TellParents members={members} invitation={invitation} look="main" />;
    }
    if (toRead.length === 0) return undefined;
    return (
      <Button
        id="look-now"
        label={consent.lookNow}
        onTap={() => open('consent', { childId, for: purposeText(toRead), then: 'back' })}
      />
    );
  }

  return (
    <Screen title={consent.title} footer={query.data && footer(query.data)}>
      <Loaded query={query} skeleton={4}>
        {({ child }) => (
          <>
            <Heading
              title={consent.heading}
              hint={consent.hint}
              spoken={[
                consent.heading,
                ...child.consents.map(
                  (one) => `${consentTexts[one.purpose].name}，${consentStateText(one)}`,
                ),
                consent.hint,
              ].join('。')}
            />
            {child.consents.map((one) => (
              <BigAction
                key={one.purpose}
                id={`purpose-${one.purpose}`}
                icon={purposeIcons[one.purpose]}
                tone={one.state === 'given' ? 'act' : 'coming'}
                title={consentTexts[one.purpose].name}
                hint={consentStateText(one)}
                onTap={() => open('consent', { childId, for: one.purpose })}
                end={<Icon name="chevron-right" />}
              />
            ))}
          </>
        )}
      </Loaded>
    </Screen>
  );
}
