import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OutputOf } from '@contract';
import type { ReferralState } from '@contract/enums';
import { dayOf } from '@rules/dates';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { referrals } from '@/wording/desk-lists';
import { shortDate } from '@/wording/when';
import '../brings';
import { useWrite } from '../parts/use-write';

type Referral = OutputOf<'booking.listReferrals'>['referrals'][number];

/** Families that were sent on to another service: whether they got there, in one tap. */
export default function ReferralsPage() {
  const query = useQuery('booking.listReferrals', {});
  const [recorded, setRecorded] = useState<Record<string, ReferralState>>({});
  return (
    <Screen title={referrals.title}>
      <Heading title={referrals.heading} hint={referrals.hint} />
      <Loaded query={query} skeleton={3}>
        {(data) =>
          data.referrals.length === 0 ? (
            <Notice icon="check" title={referrals.none} hint={referrals.noneHint} />
          ) : (
            data.referrals.map((referral) => (
              <ReferralCard
                key={referral.appointmentId}
                referral={{
                  ...referral,
                  state: recorded[referral.appointmentId] ?? referral.state,
                }}
                onRecorded={(state) =>
                  setRecorded({ ...recorded, [referral.appointmentId]: state })
                }
              />
            ))
          )
        }
      </Loaded>
    </Screen>
  );
}

interface CardProps {
  referral: Referral;
  onRecorded: (state: ReferralState) => void;
}

function ReferralCard({ referral, onRecorded }: CardProps) {
  const { appointmentId, nickname, serviceName, state, since } = referral;
  const record = useWrite('booking.recordReferral');
  const over = state === 'attended' || state === 'notAttended';
  const agreed = over || state === 'agreed';

  function tell(attended: boolean) {
    void record.run({ appointmentId, attended }).then((answer) => {
      if (answer) onRecorded(answer.state);
    });
  }

  return (
    <Card>
      <View className="stack">
        <View>
          <View className="row row--between row--wrap">
            <View className="t-heading">{nickname}</View>
            <Chip tone={agreed ? 'act' : 'coming'} text={referrals.states[state]} />
          </View>
          <View>{referrals.to(serviceName)}</View>
          <View className="t-small t-quiet">{referrals.since(shortDate(dayOf(since)))}</View>
        </View>
        {agreed ? (
          <View className="grid-2">
            {[true, false].map((attended) => (
              <Button
                key={String(attended)}
                id={`${attended ? 'attended' : 'not-attended'}-${appointmentId}`}
                look={attended ? 'soft' : 'line'}
                icon={attended ? 'check' : 'x'}
                label={attended ? referrals.attended : referrals.notAttended}
                busy={record.busy}
                disabled={state === (attended ? 'attended' : 'notAttended')}
                onTap={() => tell(attended)}
              />
            ))}
          </View>
        ) : (
          <>
            <Line tone="quiet" icon="clock" text={referrals.waiting} />
            <Button
              id={`see-${appointmentId}`}
              look="soft"
              icon="calendar-check"
              label={referrals.see}
              onTap={() => open('visit', { id: appointmentId })}
            />
          </>
        )}
        {record.failed ? (
          <Line tone="alarm" icon="circle-alert" text={record.failed.message} />
        ) : null}
      </View>
    </Card>
  );
}
