import { View } from '@tarojs/components';
import type { ChangeReason } from '@contract/enums';
import type { Visit } from '@contract/day';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ReasonTiles } from '@/components/reason-tiles';
import { dial } from '@/session/device';
import { namesOf } from '@/wording/desk';
import { visitWords } from '@/wording/desk-visit';

/** Before a no-show is written down: a call first, and no blame. */
export function NoShowAsk({ visit }: { visit: Visit }) {
  return (
    <Card tone="coming">
      <View className="t-heading">{visitWords.noShowAsk(namesOf(visit))}</View>
      <View>{visitWords.noShowHint}</View>
    </Card>
  );
}

interface NoShowActionsProps {
  phone: string | undefined;
  busy: boolean;
  onYes: () => void;
  onNo: () => void;
}

export function NoShowActions({ phone, busy, onYes, onNo }: NoShowActionsProps) {
  return (
    <>
      {phone ? (
        <Button id="call" icon="phone" label={visitWords.call} onTap={() => void dial(phone)} />
      ) : null}
      <Button
        id="no-show-yes"
        look="line"
        icon="user-x"
        label={visitWords.noShowYes}
        busy={busy}
        onTap={onYes}
      />
      <Button id="no-show-no" look="quiet" label={visitWords.noShowNo} onTap={onNo} />
    </>
  );
}

interface CancelAskProps {
  reason: ChangeReason | undefined;
  onReason: (reason: ChangeReason | undefined) => void;
}

/** Why it is given up: may be said, need not be. */
export function CancelAsk({ reason, onReason }: CancelAskProps) {
  return (
    <>
      <Card tone="coming">
        <View className="t-heading">{visitWords.cancelAsk}</View>
        <View>{visitWords.cancelHint}</View>
      </Card>
      <ReasonTiles
        title={visitWords.cancelWhy}
        words={visitWords.reasons}
        reason={reason}
        onReason={onReason}
      />
    </>
  );
}
