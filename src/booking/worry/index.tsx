import { View } from '@tarojs/components';
import { worries, type Worry } from '@contract/enums';
import { Button } from '@/components/button';
import { Choice } from '@/components/choice';
import { Heading } from '@/components/heading';
import type { IconName } from '@/components/icon';
import { Recorder } from '@/components/recorder';
import { Screen } from '@/components/screen';
import { Steps } from '@/components/steps';
import { Tile } from '@/components/tile';
import { useBookingDraft } from '@/session/booking-draft';
import { needsConsent } from '@/session/consents';
import { open } from '@/session/routes';
import { booking } from '@/wording/booking';
import { common } from '@/wording/common';
import { worryNames } from '@/wording/names';
import { useChildFirst } from '../parts/use-child-first';
import { useDraftChild } from '../parts/use-draft-child';

const icons: Record<Worry, IconName> = {
  unhappy: 'cloud-rain',
  sleep: 'bed',
  eating: 'utensils',
  school: 'school',
  anger: 'flame',
  bullied: 'users',
  silent: 'message-circle-off',
  unsure: 'circle-help',
};

/** What worries them: pictures and words, several if wished, or said aloud. Nothing to type. */
export default function WorryPage() {
  useChildFirst();
  const { names } = useDraftChild();
  const { draft, change, setRecording } = useBookingDraft();
  const chosen = new Set(draft.worries);
  const answered = chosen.size > 0 || draft.recording !== undefined;

  /** A voice needs a yes of its own, and so does a second child. */
  function goOn() {
    const { childId, siblingId, recording } = draft;
    if (recording && childId && needsConsent(childId, 'recordings')) {
      open('consent', { childId, for: 'recordings', then: 'place' });
    } else if (siblingId && needsConsent(siblingId, 'booking')) {
      open('consent', { childId: siblingId, for: 'booking', then: 'place' });
    } else open('bookingPlace');
  }

  function toggle(worry: Worry) {
    const next = worries.filter((other) =>
      other === worry ? !chosen.has(other) : chosen.has(other),
    );
    change({ worries: next });
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
      <View className="grid-2">
        {worries.map((worry) => (
          <Tile
            key={worry}
            id={`worry-${worry}`}
            icon={icons[worry]}
            label={worryNames[worry]}
            selected={chosen.has(worry)}
            onTap={() => toggle(worry)}
          />
        ))}
      </View>
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
