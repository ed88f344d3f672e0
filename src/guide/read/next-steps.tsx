import { View } from '@tarojs/components';
import type { Audience, Guide, NextStep } from '@contract/guides';
import { readSaved } from '@/cloud/cache';
import { BigAction } from '@/components/big-action';
import { open } from '@/session/routes';
import { useTownship } from '@/session/session';
import { guides } from '@/wording/guides';
import { BookStep } from '../parts/book-step';
import { mainStepOf } from './main-step';
import { FamilyMessage } from './family-message';
import { noteContact } from './note-contact';
import { SchoolMessage } from './school-message';

/** From hearing to doing, in the order the guide gives; the main one stands under the thumb. */
export function NextSteps({ guide }: { guide: Guide }) {
  const main = mainStepOf(guide);
  const steps = guide.nextSteps.filter((step) => step !== main);
  if (steps.length === 0) return null;
  return (
    <View className="stack">
      <View className="t-heading">{guides.next}</View>
      {steps.map((step, at) => (
        <Step key={`${step.kind}-${at}`} step={step} guide={guide} />
      ))}
    </View>
  );
}

function Step({ step, guide }: { step: NextStep; guide: Guide }) {
  switch (step.kind) {
    case 'book':
      return <BookStep onContact={() => noteContact(guide, 'book')} />;
    case 'call':
      return (
        <BigAction
          id="step-call"
          icon="phone"
          tone="coming"
          title={guides.call}
          hint={guides.callHint}
          onTap={() => {
            noteContact(guide, 'call');
            open('phones');
          }}
        />
      );
    case 'askSchool':
      return (
        <SchoolMessage message={step.message} onContact={() => noteContact(guide, 'askSchool')} />
      );
    case 'tellFamily':
      return (
        <FamilyMessage
          message={step.message}
          guideId={guide.otherHalf ?? guide.id}
          onTold={() => noteContact(guide, 'tellFamily')}
        />
      );
    case 'guide':
      return <GuideStep guideId={step.guideId} audience={guide.audience} />;
  }
}

/** Another guide, by its title where the list lies on the device. */
function GuideStep({ guideId, audience }: { guideId: string; audience: Audience }) {
  const township = useTownship();
  const list = readSaved('guides.listGuides', { audience, township })?.data.guides;
  return (
    <BigAction
      id="step-guide"
      icon="headphones"
      title={guides.guide}
      hint={list?.find(({ id }) => id === guideId)?.title ?? guides.guideHint}
      onTap={() => open('guide', { id: guideId })}
    />
  );
}
