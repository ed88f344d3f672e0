import { useState } from 'react';
import type { WeekEntry } from '@contract/visits';
import { dayOf } from '@rules/dates';
import { useServerNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { back } from '@/session/routes';
import { namesOf } from '@/wording/desk';
import { deskMessage } from '@/wording/desk-errors';
import { nextWords } from '@/wording/desk-next';
import { whenText } from '@/wording/when';
import '../brings';
import { OwnPlaces } from '../parts/own-places';
import { useVisit } from '../parts/use-visit';
import { useWrite } from '../parts/use-write';
import { mondayOf } from '../parts/monday-of';

/** A visit goes to another free place of the same counsellor: both at once or neither. */
export default function MoveVisitPage() {
  const { id = '', query } = useVisit();
  const now = useServerNow();
  const entry = query.data?.entry;
  const [week, setWeek] = useState<string>();
  const [chosen, setChosen] = useState<WeekEntry>();
  const move = useWrite('booking.reschedule');
  const [moved, setMoved] = useState(false);

  if (moved) {
    return (
      <Screen
        title={nextWords.moveTitle}
        footer={<Button id="back-to-visit" label={nextWords.backToVisit} onTap={back} />}
      >
        <Notice
          icon="calendar-check"
          title={`${nextWords.moved}：${chosen ? whenText(chosen.start, now) : ''}`}
          hint={nextWords.movedHint}
        />
      </Screen>
    );
  }
  return (
    <Screen
      title={nextWords.moveTitle}
      footer={
        <>
          {move.failed ? (
            <Line tone="alarm" icon="circle-alert" text={deskMessage(move.failed)} />
          ) : null}
          <Button
            id="move-to"
            label={chosen ? nextWords.moveTo(whenText(chosen.start, now)) : nextWords.pickFirst}
            disabled={!chosen || id === ''}
            busy={move.busy}
            onTap={() => {
              if (!chosen) return;
              void move
                .run({ appointmentId: id, slotId: chosen.slotId })
                .then((answer) => setMoved(answer !== undefined));
            }}
          />
        </>
      }
    >
      <Heading
        title={
          entry?.visit ? nextWords.moveHeading(namesOf(entry.visit)) : nextWords.moveHeadingPlain
        }
        {...(entry ? { hint: nextWords.moveHint(whenText(entry.start, now)) } : {})}
      />
      <OwnPlaces
        from={week ?? mondayOf(dayOf(entry?.start ?? now))}
        onWeek={setWeek}
        chosen={chosen}
        onChoose={setChosen}
      />
    </Screen>
  );
}
