import { View } from '@tarojs/components';
import type { Guide, NextStep } from '@contract/guides';
import { BigAction } from '@/components/big-action';
import { open } from '@/session/routes';
import { guides } from '@/wording/guides';
import { BookStep } from '../parts/book-step';
import { FamilyMessage } from './family-message';
import { SchoolMessage } from './school-message';

/** From hearing to doing, in the order the guide gives. */
export function NextSteps({ guide }: { guide: Guide }) {
  return (
    <View className="stack">
      <View className="t-heading">{guides.next}</View>
      {guide.nextSteps.map((step, at) => (
        <Step key={`${step.kind}-${at}`} step={step} guide={guide} />
      ))}
    </View>
  );
}

function Step({ step, guide }: { step: NextStep; guide: Guide }) {
  switch (step.kind) {
    case 'book':
      return <BookStep />;
    case 'call':
      return (
        <BigAction
          id="step-call"
          icon="phone"
          tone="coming"
          title={guides.call}
          hint={guides.callHint}
          onTap={() => open('phones')}
        />
      );
    case 'askSchool':
      return <SchoolMessage message={step.message} />;
    case 'tellFamily':
      return <FamilyMessage message={step.message} guideId={guide.otherHalf ?? guide.id} />;
    case 'guide':
      return (
        <BigAction
          id="step-guide"
          icon="headphones"
          title={guides.guide}
          hint={guides.guideHint}
          onTap={() => open('guide', { id: step.guideId })}
        />
      );
  }
}
