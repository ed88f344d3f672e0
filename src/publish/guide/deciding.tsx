import { View } from '@tarojs/components';
import type { ActionName, InputOf } from '@contract';
import type { ReviewerCode } from '@contract/guides';
import type { DeskGuideView } from '@contract/publishing';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Line } from '@/components/notice';
import { Screen } from '@/components/screen';
import { publishing } from '@/wording/publishing';
import { Pills } from '@/components/pills';
import { Reasons } from '@/components/text-area';

/** What somebody is about to do with a version. */
export type Decided =
  | { kind: 'sign'; code: ReviewerCode; readers: number }
  | { kind: 'sendBack'; reason: string }
  | { kind: 'withdraw'; reason: string };

interface Props {
  guide: DeskGuideView;
  decision: Decided;
  busy: boolean;
  failed: string | undefined;
  onChange: (decision: Decided) => void;
  onBack: () => void;
  onSend: <Name extends ActionName>(send: [Name, InputOf<Name>], said: string) => void;
}

const readerCounts = [2, 3, 4, 5];

/** Asked once more, with what it means, before it is done. */
export function Deciding({ guide, decision, busy, failed, onChange, onBack, onSend }: Props) {
  const { guideId, version } = guide;
  const about = { guideId, version };

  function send() {
    if (decision.kind === 'withdraw') {
      const input = { ...about, reason: decision.reason };
      onSend(['guides.withdraw', input], publishing.withdrawn);
    } else if (decision.kind === 'sendBack') {
      const input = { ...about, decision: { kind: decision.kind, reasons: decision.reason } };
      onSend(['guides.review', input], publishing.sentBack);
    } else {
      const { code, readers } = decision;
      const signing = { kind: decision.kind, code, ...(code === 'G' ? { readers } : {}) };
      onSend(['guides.review', { ...about, decision: signing }], publishing.signedDone);
    }
  }

  const words = {
    sign: publishing.signYes,
    sendBack: publishing.sendBackYes,
    withdraw: publishing.withdrawYes,
  };
  const told = decision.kind === 'sign' || decision.reason.trim().length >= 2;
  return (
    <Screen
      title={publishing.guideTitle}
      onBack={onBack}
      footer={
        <>
          {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
          <Button
            id="decide"
            look={decision.kind === 'withdraw' ? 'alarm' : 'main'}
            label={words[decision.kind]}
            busy={busy}
            disabled={!told}
            onTap={send}
          />
          <Button id="decide-not" look="line" label={publishing.noBack} onTap={onBack} />
        </>
      }
    >
      {decision.kind === 'sign' ? (
        <>
          <Heading title={publishing.signAsk} hint={publishing.signHint} />
          <View className="t-strong">{`《${guide.text.title}》`}</View>
          {decision.code === 'G' ? (
            <Card>
              <View className="stack">
                <View className="t-strong">{publishing.readersTitle}</View>
                <View className="t-small t-quiet">{publishing.readersHint}</View>
                <Pills
                  id="readers"
                  label={publishing.readersTitle}
                  choices={readerCounts.map((count) => ({
                    value: String(count),
                    text: publishing.readers(count),
                  }))}
                  chosen={[String(decision.readers)]}
                  onTap={(count) => onChange({ ...decision, readers: Number(count) })}
                />
              </View>
            </Card>
          ) : null}
        </>
      ) : (
        <>
          <Heading
            title={
              decision.kind === 'withdraw' ? publishing.withdrawTitle : publishing.reasonsTitle
            }
            {...(decision.kind === 'withdraw' ? { hint: publishing.withdrawHint } : {})}
          />
          <Reasons
            label={
              decision.kind === 'withdraw' ? publishing.withdrawTitle : publishing.reasonsTitle
            }
            value={decision.reason}
            placeholder={publishing.reasonsExample}
            onChange={(reason) => onChange({ ...decision, reason })}
          />
        </>
      )}
    </Screen>
  );
}
