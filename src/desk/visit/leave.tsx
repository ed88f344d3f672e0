import { View } from '@tarojs/components';
import { changeReasons, type ChangeReason } from '@contract/enums';
import type { Visit } from '@contract/visits';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import type { IconName } from '@/components/icon';
import { Tile } from '@/components/tile';
import { dial } from '@/session/device';
import { namesOf } from '@/wording/desk';
import { visitWords } from '@/wording/desk-visit';

const icons: Record<ChangeReason, IconName> = {
  unwell: 'heart-pulse',
  farAway: 'map-pin',
  busy: 'briefcase',
  unwilling: 'frown',
  better: 'smile',
  other: 'message-circle',
};

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
      <View className="t-strong">{visitWords.cancelWhy}</View>
      <View className="grid-2" ariaRole="radiogroup">
        {changeReasons.map((one) => (
          <Tile
            key={one}
            id={`reason-${one}`}
            kind="radio"
            icon={icons[one]}
            label={visitWords.reasons[one]}
            selected={reason === one}
            onTap={() => onReason(reason === one ? undefined : one)}
          />
        ))}
      </View>
    </>
  );
}
