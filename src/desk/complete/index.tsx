import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Audience } from '@contract/guides';
import type { ChosenStep } from '@contract/visits';
import { Button } from '@/components/button';
import { GuidePicker } from '@/components/guide-picker';
import { Heading } from '@/components/heading';
import type { IconName } from '@/components/icon';
import { Loaded } from '@/components/loaded';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Tile } from '@/components/tile';
import { back, replaceWith } from '@/session/routes';
import { useVisitDraft, useVisitDrafts } from '@/session/visit-drafts';
import { namesOf } from '@/wording/desk';
import { visitWords } from '@/wording/desk-visit';
import '../brings';
import { useVisit } from '../parts/use-visit';
import { useWrite } from '../parts/use-write';
import { NoteField } from './note-field';
import { ServicePicker } from './service-picker';

type StepKind = ChosenStep['kind'];

const steps: [StepKind, IconName][] = [
  ['none', 'check'],
  ['followUp', 'repeat'],
  ['guide', 'headphones'],
  ['referral', 'navigation'],
];
/** Those at home who read it: what is for teachers is not sent to a family. */
const atHome: Audience[] = ['caregiver', 'parent'];
/** After how many weeks one meets again. */
const weeks = [1, 2, 4];

/** The visit is over: a note for oneself if wished, and what comes next for the family. */
export default function CompletePage() {
  const { id = '', query } = useVisit();
  const { note, next } = useVisitDraft(id);
  const { change, forget } = useVisitDrafts();
  const [kind, setKind] = useState<StepKind | undefined>(next?.kind);
  const complete = useWrite('booking.complete');
  const setNext = (step: ChosenStep | undefined) => change(id, { next: step });

  const missing =
    kind === undefined || kind === 'none' ? visitWords.pickFirst : visitWords.pickMore[kind];

  function choose(chosen: StepKind) {
    setKind(chosen);
    // Which service or guide, or after how many weeks, is still to be said.
    setNext(chosen === 'none' ? { kind: 'none' } : undefined);
  }

  async function finish() {
    if (!next) return;
    const text = note.trim();
    const answer = await complete.run({
      appointmentId: id,
      note: text === '' ? undefined : text,
      next,
    });
    if (!answer) return;
    forget(id);
    if (next.kind === 'followUp') {
      replaceWith('followUp', { id, weeks: String(next.inWeeks) });
    } else back();
  }

  if (id === '' || query.error?.code === 'NOT_FOUND') {
    return (
      <Screen title={visitWords.completeTitle}>
        <Notice icon="calendar-x" title={visitWords.gone} />
      </Screen>
    );
  }
  return (
    <Screen
      title={visitWords.completeTitle}
      footer={
        <>
          {complete.failed ? (
            <Line tone="alarm" icon="circle-alert" text={complete.failed.message} />
          ) : null}
          <Button
            id="finish"
            icon="save"
            label={
              next === undefined
                ? missing
                : next.kind === 'followUp'
                  ? visitWords.finishAndBook
                  : visitWords.finish
            }
            busy={complete.busy}
            disabled={next === undefined}
            onTap={() => void finish()}
          />
        </>
      }
    >
      <Loaded query={query}>
        {({ entry: { visit } }) => (
          <>
            <Heading title={visitWords.completeHeading(visit ? namesOf(visit) : '孩子')} />
            <NoteField value={note} onChange={(text) => change(id, { note: text })} />
            <View>
              <View className="t-heading">{visitWords.stepTitle}</View>
              <View className="t-small t-quiet">{visitWords.stepHint}</View>
            </View>
            <View className="grid-2" ariaRole="radiogroup">
              {steps.map(([step, icon]) => (
                <Tile
                  key={step}
                  id={`step-${step}`}
                  kind="radio"
                  icon={icon}
                  label={visitWords.steps[step]}
                  selected={kind === step}
                  onTap={() => choose(step)}
                />
              ))}
            </View>
            {kind === 'followUp' ? <Weeks next={next} onChoose={setNext} /> : null}
            {kind === 'guide' ? (
              <>
                <View>
                  <View className="t-strong">{visitWords.guidePick}</View>
                  <View className="t-small t-quiet">{visitWords.guidePickHint}</View>
                </View>
                <GuidePicker
                  audiences={atHome}
                  chosen={next?.kind === 'guide' ? next.guideId : undefined}
                  onChoose={({ id: guideId }) => setNext({ kind: 'guide', guideId })}
                />
              </>
            ) : null}
            {kind === 'referral' ? (
              <ServicePicker
                chosen={next?.kind === 'referral' ? next.serviceId : undefined}
                onChoose={(serviceId) => setNext({ kind: 'referral', serviceId })}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </Screen>
  );
}

interface WeeksProps {
  next: ChosenStep | undefined;
  onChoose: (step: ChosenStep) => void;
}

function Weeks({ next, onChoose }: WeeksProps) {
  return (
    <>
      <View className="t-strong">{visitWords.weeksTitle}</View>
      <View className="grid-3" ariaRole="radiogroup">
        {weeks.map((inWeeks) => (
          <Tile
            key={inWeeks}
            id={`weeks-${inWeeks}`}
            kind="radio"
            label={visitWords.weeks(inWeeks)}
            selected={next?.kind === 'followUp' && next.inWeeks === inWeeks}
            onTap={() => onChoose({ kind: 'followUp', inWeeks })}
          />
        ))}
      </View>
    </>
  );
}
