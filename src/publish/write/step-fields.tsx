import { View } from '@tarojs/components';
import { audiences, nextStepKinds, type NextStep, type NextStepKind } from '@contract/guides';
import { nationalLines } from '@contract/national-lines';
import { publishing } from '@/wording/publishing';
import { Pills } from '@/components/pills';
import { TextArea } from '@/components/text-area';
import { GuideField } from './guide-field';

interface Props {
  steps: NextStep[];
  /** About a crisis the telephone is the first step. */
  callFirst: boolean;
  onChange: (steps: NextStep[]) => void;
}

/** Where a guide leads: at most four steps, numbers only ever from the directory. */
export function StepFields({ steps, callFirst, onChange }: Props) {
  const toggle = (kind: NextStepKind) => {
    if (steps.some((step) => step.kind === kind)) {
      onChange(steps.filter((step) => step.kind !== kind));
    } else if (steps.length < 4) {
      const fresh = emptyStep(kind);
      onChange(callFirst && kind === 'call' ? [fresh, ...steps] : [...steps, fresh]);
    }
  };
  const change = (changed: NextStep) =>
    onChange(steps.map((step) => (step.kind === changed.kind ? changed : step)));
  return (
    <>
      <Pills
        id="step"
        label={publishing.parts.steps}
        several
        choices={nextStepKinds.map((value) => ({ value, text: publishing.stepNames[value] }))}
        chosen={steps.map(({ kind }) => kind)}
        onTap={toggle}
      />
      {steps.map((step) => (
        <StepField key={step.kind} step={step} onChange={change} />
      ))}
    </>
  );
}

function emptyStep(kind: NextStepKind): NextStep {
  if (kind === 'call') return { kind, lines: [] };
  if (kind === 'guide') return { kind, guideId: '' };
  return kind === 'book' ? { kind } : { kind, message: '' };
}

function StepField({ step, onChange }: { step: NextStep; onChange: (step: NextStep) => void }) {
  if (step.kind === 'book') return null;
  if (step.kind === 'call') {
    const { lines } = step;
    return (
      <View className="stack">
        <View className="t-strong">{publishing.linesLabel}</View>
        <Pills
          id="line"
          label={publishing.linesLabel}
          several
          choices={nationalLines.map(({ id, name }) => ({ value: id, text: name }))}
          chosen={lines}
          onTap={(id) =>
            onChange({
              ...step,
              lines: lines.includes(id)
                ? lines.filter((one) => one !== id)
                : [...lines, id].slice(-6),
            })
          }
        />
      </View>
    );
  }
  if (step.kind === 'guide') {
    return (
      <GuideField
        id="step-guide"
        label={publishing.stepNames.guide}
        audiences={audiences}
        guideId={step.guideId}
        onChange={(guideId) => onChange({ ...step, guideId })}
      />
    );
  }
  return (
    <TextArea
      id={`message-${step.kind}`}
      label={`${publishing.stepNames[step.kind]}：${publishing.messageLabel}`}
      value={step.message}
      placeholder={publishing.messageLabel}
      maxLength={200}
      onChange={(message) => onChange({ ...step, message })}
    />
  );
}
