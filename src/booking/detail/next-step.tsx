import { View } from '@tarojs/components';
import type { Appointment, NextStep } from '@contract/appointment';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Icon, type IconName } from '@/components/icon';
import { Listen } from '@/components/listen';
import { open } from '@/session/routes';
import { changes } from '@/wording/changes';

const icons: Record<NextStep['kind'], IconName> = {
  none: 'check',
  followUp: 'repeat',
  guide: 'headphones',
  referral: 'map-pin',
};

/** What the counsellor suggested after the visit. */
export function NextStepCard({ appointment }: { appointment: Appointment }) {
  const { next } = appointment;
  if (!next || next.kind === 'none') return null;
  const said = sentence(next);
  return (
    <Card tone="coming">
      <View className="stack">
        <View className="row">
          <Icon name={icons[next.kind]} size="large" />
          <View className="grow">
            <View className="t-small">{changes.nextTitle}</View>
            <View className="t-strong">{said}</View>
          </View>
          <Listen id="listen-next" text={`${changes.nextTitle}。${said}`} />
        </View>
        {next.kind === 'referral' ? (
          <Button
            id="referral-service"
            look="soft"
            icon="map-pin"
            label={changes.referralSee}
            onTap={() => open('service', { id: next.serviceId })}
          />
        ) : null}
      </View>
    </Card>
  );
}

function sentence(next: Exclude<NextStep, { kind: 'none' }>): string {
  if (next.kind === 'followUp') return changes.followUp(next.inWeeks);
  if (next.kind === 'guide') return changes.guide;
  return {
    suggested: changes.referral,
    agreed: changes.referralAgreed,
    declined: changes.referralDeclined,
    attended: changes.referralAttended,
    notAttended: changes.referralNotAttended,
  }[next.state](next.serviceName);
}
