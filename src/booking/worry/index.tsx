import { worries } from '@contract/enums';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import { Recorder } from '@/components/recorder';
import { Screen } from '@/components/screen';
import { Steps } from '@/components/steps';
import { WorryTiles } from '@/components/worry-tiles';
import { useBookingDraft } from '@/session/booking-draft';
import { needsConsent } from '@/session/consents';
import { open } from '@/session/routes';
import { booking } from '@/wording/booking';
import { common } from '@/wording/common';
import { worryNames } from '@/wording/names';
import '../brings';
import { useChildFirst } from '../parts/use-child-first';
import { useDraftChild } from '../parts/use-draft-child';

/** What worries them: pictures and words, several if wished, or said aloud. Nothing to type. */
export default function WorryPage() {
  useChildFirst();
  const { names } = useDraftChild();
  const { draft, change, setRecording } = useBookingDraft();
  const answered = draft.worries.length > 0 || draft.recording !== undefined;

  /** A voice needs a yes of its own, and so does a second child. */
  function goOn() {
    const { childId, siblingId, recording } = draft;
    if (recording && childId && needsConsent(childId, 'recordings')) {
      open('consent', { childId, for: 'recordings', then: 'place' });
    } else if (siblingId && needsConsent(siblingId, 'booking')) {
      open('consent', { childId: siblingId, for: 'booking', then: 'place' });
    } else open('bookingPlace');
  }

  return (
    <Screen
      title={booking.title}
      footer={<Button id="next" label={common.next} disabled={!answered} onTap={goOn} />}
    >
      <Steps done={1} total={4} />
      <Heading
        title={booking.worryTitle(names)}
        hint={booking.worryHint}
        spoken={`${booking.worryTitle(names)}。${booking.worryHint}。${worries.map((worry) => worryNames[worry]).join('，')}。`}
      />
      <WorryTiles chosen={draft.worries} onChange={(chosen) => change({ worries: chosen })} />
      <Recorder recording={draft.recording} onChange={setRecording} />
      <Choice
        id="danger"
        icon="triangle-alert"
        title={booking.danger}
        onTap={() => open('phones')}
      />
    </Screen>
  );
}
