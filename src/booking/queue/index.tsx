import { useState } from 'react';
import { Button } from '@/components/button';
import { Screen } from '@/components/screen';
import { Steps } from '@/components/steps';
import { Line } from '@/components/notice';
import { useBookingDraft } from '@/session/booking-draft';
import { back } from '@/session/routes';
import { common } from '@/wording/common';
import { waitlist } from '@/wording/waitlist';
import '../brings';
import { useChildFirst } from '../parts/use-child-first';
import { useDraftChild } from '../parts/use-draft-child';
import { Check, HowLong, When, Where } from './steps';
import { useJoin } from './use-join';
import { initialWish } from './wish';

const steps = ['where', 'when', 'howLong', 'check'] as const;

/** Nothing suits: where, when and how long they would wait, one question a screen. */
export default function QueuePage() {
  useChildFirst();
  const { draft, change } = useBookingDraft();
  const { child, names } = useDraftChild();
  const [at, setAt] = useState(0);
  const joining = useJoin();
  const step = steps[at] ?? 'where';
  const wish = draft.wish ?? initialWish(draft, child);
  const props = { wish, names, child, onChange: (next: typeof wish) => change({ wish: next }) };
  const answered = wish.kinds.length > 0 && wish.parts.length > 0;

  return (
    <Screen
      title={waitlist.title}
      onBack={at === 0 ? back : () => setAt(at - 1)}
      footer={
        step === 'check' ? (
          <Button
            id="join"
            label={waitlist.submit}
            busy={joining.busy}
            onTap={() => void joining.join(wish)}
          />
        ) : (
          <Button
            id="next"
            label={answered ? common.next : waitlist.pickOne}
            disabled={!answered}
            onTap={() => setAt(at + 1)}
          />
        )
      }
    >
      <Steps done={at + 1} total={steps.length} />
      {step === 'where' ? <Where {...props} /> : null}
      {step === 'when' ? <When {...props} /> : null}
      {step === 'howLong' ? <HowLong {...props} /> : null}
      {step === 'check' ? <Check {...props} /> : null}
      {joining.failed ? <Line tone="alarm" icon="circle-alert" text={joining.failed} /> : null}
    </Screen>
  );
}
