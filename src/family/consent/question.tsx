import { View } from '@tarojs/components';
import type { Failure } from '@contract';
import type { Consent } from '@contract/consent';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Steps } from '@/components/steps';
import { restart } from '@/session/device';
import { consent as words, consentStateOn, consentTexts, spokenConsent } from '@/wording/consent';
import { Facts } from './facts';

interface Props {
  nickname: string;
  isGuardian: boolean;
  consent: Consent;
  step: { done: number; total: number };
  busy: boolean;
  failed: Failure | undefined;
  onDecide: (agree: boolean) => void;
}

/** One purpose: its text, and yes and no of the same weight. */
export function Question({ nickname, isGuardian, consent, step, busy, failed, onDecide }: Props) {
  const { purpose, state, by } = consent;
  const changed = failed?.code === 'CONSENT_CHANGED';
  const confirms = isGuardian && state === 'pending';
  // Whoever does not read hears the same: what is new, the text, and who else has to agree.
  const spoken = [
    state === 'outdated' ? words.changed : '',
    spokenConsent(purpose, nickname),
    isGuardian ? '' : words.caregiverHint,
  ].join('');
  return (
    <Screen
      title={words.title}
      footer={
        changed ? (
          <Button id="restart" icon="refresh-cw" label={words.restart} onTap={restart} />
        ) : (
          <View className="grid-2">
            <Button
              id="refuse"
              look="line"
              icon="x"
              label={words.refuse}
              disabled={busy}
              onTap={() => onDecide(false)}
            />
            <Button
              id="agree"
              look="line"
              icon="check"
              label={confirms ? words.confirm : words.agree}
              disabled={busy}
              onTap={() => onDecide(true)}
            />
          </View>
        )
      }
    >
      {step.total > 1 ? <Steps done={step.done} total={step.total} /> : null}
      <Heading title={consentTexts[purpose].ask} hint={words.about(nickname)} spoken={spoken} />
      {failed ? <Line tone="alarm" icon="circle-alert" text={failed.message} /> : null}
      {confirms && by ? <Line icon="users" text={words.begunBy(by)} /> : null}
      {state === 'outdated' ? <Line icon="info" text={words.changed} /> : null}
      {state === 'refused' || state === 'withdrawn' ? (
        <Line tone="quiet" icon="info" text={consentStateOn(consent)} />
      ) : null}
      {isGuardian ? null : <Line icon="users" text={words.caregiverHint} />}
      <Facts purpose={purpose} />
    </Screen>
  );
}
