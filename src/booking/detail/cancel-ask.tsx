import type { ChangeReason } from '@contract/enums';
import { Heading } from '@/components/heading';
import { ReasonTiles } from '@/components/reason-tiles';
import { booking } from '@/wording/booking';
import { changes } from '@/wording/changes';

interface Props {
  reason: ChangeReason | undefined;
  onReason: (reason: ChangeReason | undefined) => void;
}

/** Before giving a visit up: what happens then, and why, if they like to say. */
export function CancelAsk(props: Props) {
  return (
    <>
      <Heading title={booking.cancelAsk} hint={booking.cancelAskHint} />
      <ReasonTiles title={changes.why} words={changes.reasons} {...props} />
    </>
  );
}
