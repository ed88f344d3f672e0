import { useState } from 'react';
import type { OutputOf } from '@contract';
import { call } from '@/cloud/call';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Steps } from '@/components/steps';
import { WorryTiles } from '@/components/worry-tiles';
import { usePhoneIn, type NewFamily } from '@/session/phone-in-draft';
import { back, toTop } from '@/session/routes';
import { usePerson } from '@/session/use-person';
import { common } from '@/wording/common';
import { deskMessage } from '@/wording/desk-errors';
import { phoneIn } from '@/wording/desk-phone-in';
import '../brings';
import { postOf } from '../parts/post-of';
import { Check } from './check';
import { Done } from './done';
import { missingOf, reachOf, whoOf } from './input';
import { NewFamilyForm } from './new-family';
import { Times } from './times';
import { Who } from './who';

const steps = ['who', 'family', 'worry', 'time', 'check'] as const;
type Step = (typeof steps)[number];

/** Booking for somebody at the telephone: who, what about, when; read it out, and it is booked. */
export default function PhoneInPage() {
  const { person, waiting } = usePerson();
  const post = postOf(person, ['counsellor', 'director', 'teacher']);
  const { draft, change, begin, finish } = usePhoneIn();
  const [step, showStep] = useState<Step>('who');
  const [state, setState] = useState<{ busy: boolean; failed?: string; taken?: boolean }>({
    busy: false,
  });
  const [result, setResult] = useState<OutputOf<'booking.bookForFamily'>>();
  const { child, family, worries, place } = draft;

  function setStep(to: Step) {
    showStep(to);
    toTop();
  }

  function stepBack() {
    setState({ busy: false });
    const before: Record<Step, Step | undefined> = {
      who: undefined,
      family: 'who',
      worry: child ? 'who' : 'family',
      time: 'worry',
      check: 'time',
    };
    const to = before[step];
    if (to) setStep(to);
    else back();
  }

  function changeFamily(part: Partial<NewFamily>) {
    change({ family: { ...family, ...part }, child: undefined, place: undefined });
  }

  function beginFamily() {
    // A post says where the family lives, as far as the family does not.
    const township = post?.role === 'director' ? post.township : family.township;
    const schoolId = post?.role === 'teacher' ? post.schoolId : family.schoolId;
    changeFamily({ township, schoolId });
    setStep('family');
  }

  async function confirm() {
    const who = whoOf(draft);
    if (!who || !place || state.busy) return;
    setState({ busy: true });
    const { slotId } = place;
    const answer = await call('booking.bookForFamily', { slotId, worries, who }, draft.requestId);
    if (!answer.ok) {
      const { code } = answer.error;
      const taken = code === 'SLOT_TAKEN' || code === 'TOO_LATE' || code === 'CHILD_BUSY';
      setState({ busy: false, failed: deskMessage(answer.error), taken });
      return;
    }
    setState({ busy: false });
    finish(place);
    setResult(answer.data);
  }

  if (!post) {
    return (
      <Screen title={phoneIn.title}>
        {waiting && !waiting.data ? (
          <Loaded query={waiting}>{() => null}</Loaded>
        ) : (
          <Notice icon="lock" title={phoneIn.notStaff} hint={phoneIn.notStaffHint} />
        )}
      </Screen>
    );
  }
  if (result) {
    return (
      <Done
        result={result}
        onAnother={() => {
          setResult(undefined);
          begin();
          setStep('who');
        }}
      />
    );
  }

  const next = (to: Step, disabled = false) => (
    <Button id="next" label={common.next} disabled={disabled} onTap={() => setStep(to)} />
  );
  const footers: Record<Step, JSX.Element | undefined> = {
    who: undefined,
    family: next('worry', missingOf(family).length > 0),
    worry: next('time'),
    time: next('check', place === undefined),
    check: (
      <>
        {state.failed ? <Line tone="alarm" icon="circle-alert" text={state.failed} /> : null}
        {state.taken ? (
          <Button id="other-time" label={phoneIn.otherTime} onTap={stepBack} />
        ) : (
          <Button
            id="confirm"
            icon="calendar-plus"
            label={phoneIn.confirm}
            busy={state.busy}
            onTap={() => void confirm()}
          />
        )}
      </>
    ),
  };
  return (
    <Screen title={phoneIn.title} onBack={stepBack} footer={footers[step]}>
      <Steps done={steps.indexOf(step) + 1} total={steps.length} />
      {step === 'who' ? (
        <Who
          hasRoster={post.role !== 'counsellor'}
          onChild={(chosen) => {
            change({ child: chosen, place: undefined });
            setStep('worry');
          }}
          onNew={beginFamily}
        />
      ) : null}
      {step === 'family' ? (
        <NewFamilyForm family={family} post={post} onChange={changeFamily} />
      ) : null}
      {step === 'worry' ? (
        <>
          <Heading
            title={phoneIn.worryHeading(child?.nickname ?? family.nickname)}
            hint={phoneIn.worryHint}
          />
          <WorryTiles chosen={worries} onChange={(chosen) => change({ worries: chosen })} />
        </>
      ) : null}
      {step === 'time' ? (
        <Times
          reach={reachOf(draft)}
          own={post.role === 'counsellor'}
          chosen={place}
          onChoose={(chosen) => change({ place: chosen })}
        />
      ) : null}
      {step === 'check' && place ? <Check draft={draft} place={place} /> : null}
    </Screen>
  );
}
