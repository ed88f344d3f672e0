import { useState } from 'react';
import type { Failure } from '@contract';
import type { AppointmentState, ChangeReason } from '@contract/enums';
import { useWrite } from '../parts/use-write';

interface Changes {
  /** What this page has learned since the visit was read. */
  state: AppointmentState | undefined;
  kept: boolean;
  busy: 'arrived' | 'noShow' | 'cancel' | 'keep' | undefined;
  failed: Failure | undefined;
  arrive: () => void;
  noShow: () => void;
  cancel: (reason: ChangeReason | undefined) => void;
  keep: () => void;
}

/** What can become of one visit; `onDone` when something has. */
export function useChanges(appointmentId: string, onDone: () => void): Changes {
  const [learned, setLearned] = useState<{ state?: AppointmentState; kept?: boolean }>({});
  const arrive = useWrite('booking.checkIn');
  const noShow = useWrite('booking.markNoShow');
  const cancel = useWrite('booking.cancel');
  const keep = useWrite('booking.keepVisit');
  const writes = { arrived: arrive, noShow, cancel, keep };
  const busy = (Object.keys(writes) as (keyof typeof writes)[]).find((one) => writes[one].busy);

  async function then(under: Promise<{ state?: AppointmentState; kept?: boolean } | undefined>) {
    const answer = await under;
    if (!answer) return;
    const { state, kept } = answer;
    setLearned((before) => ({ ...before, ...(state && { state }), ...(kept && { kept }) }));
    onDone();
  }

  return {
    state: learned.state,
    kept: learned.kept === true,
    busy,
    failed: Object.values(writes).find((one) => one.failed)?.failed,
    arrive: () => void then(arrive.run({ appointmentId })),
    noShow: () => void then(noShow.run({ appointmentId })),
    cancel: (reason) => void then(cancel.run({ appointmentId, reason })),
    keep: () => void then(keep.run({ appointmentId })),
  };
}
