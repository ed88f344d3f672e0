import { View } from '@tarojs/components';
import type { Respondent } from '@contract/screening';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Choice } from '@/components/choice';
import { HelpCard } from '@/components/help-card';
import { Listen } from '@/components/listen';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { screening as words } from '@/wording/screening';
import type { Sending } from './use-sending';

/** After "feels hopeless: often": whom to call, and then on with the questions. */
export function Help({ onGoOn }: { onGoOn: () => void }) {
  return (
    <Screen
      title={words.title}
      onBack={onGoOn}
      footer={<Button id="go-on" look="soft" label={words.helpGoOn} onTap={onGoOn} />}
    >
      <HelpCard
        lineIds={['national-12356', 'national-120', 'national-110']}
        title={words.helpTitle}
        hint={words.helpHint}
      />
    </Screen>
  );
}

interface Props {
  as: Respondent;
  /** It is today: the strongest form. */
  now: boolean;
  sending: Sending;
  onNow: () => void;
  onGoOn: () => void;
  onRetry: () => void;
}

const guideOf: Record<Respondent, string> = {
  caregiver: 'c4-not-want-to-live',
  teacher: 't4-ten-minutes',
};

/**
 * The telephone numbers before anything else: there without network, and while what was answered is
 * still on its way to safeguarding. Then whether it is today.
 */
export function Danger({ as, now, sending, onNow, onGoOn, onRetry }: Props) {
  return (
    <Screen
      title={words.title}
      onBack={onGoOn}
      footer={<Button id="go-on" look="soft" label={words.helpDone} onTap={onGoOn} />}
    >
      {now ? <HelpCard title={words.strongTitle} hint={words.strongHint} /> : <HelpCard />}
      {now ? null : (
        <Card>
          <View className="stack">
            <View className="row">
              <View className="t-heading grow">{words.now}</View>
              <Listen id="listen-now" text={words.now} />
            </View>
            <View className="grid-2">
              <Button id="now-yes" look="alarm" label={words.nowYes} onTap={onNow} />
              <Button id="now-no" look="line" label={words.nowNo} onTap={onGoOn} />
            </View>
          </View>
        </Card>
      )}
      <SendingLine sending={sending} onRetry={onRetry} />
      <Choice
        id="guide"
        icon="headphones"
        title={words.helpGuide}
        onTap={() => open('guide', { id: guideOf[as] })}
      />
    </Screen>
  );
}

/** Whether it has left the phone. */
export function SendingLine({ sending, onRetry }: Pick<Props, 'sending' | 'onRetry'>) {
  if (sending.busy) return <Line tone="quiet" icon="send" text={`${words.sending}…`} />;
  if (!sending.failed) return null;
  const later = sending.failed.retry === 'same';
  return (
    <>
      <Line
        tone={later ? 'coming' : 'alarm'}
        icon={later ? 'wifi-off' : 'circle-alert'}
        text={later ? words.notSent : sending.failed.message}
      />
      {later ? <Button id="retry" look="line" label={words.retry} onTap={onRetry} /> : null}
    </>
  );
}
