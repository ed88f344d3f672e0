import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { firstHelp as helpOf, type HelpStep } from '@rules/first-help';
import { useServerNow } from '@/cloud/clock';
import { readBar } from '@/session/device';
import { useCounty } from '@/session/session';
import { firstHelp, stepTexts } from '@/wording/first-help';
import { Fact } from '../fact';
import { Icon, type IconName } from '../icon';
import { Listen } from '../listen';
import { PhoneLine } from '../phone-line';
import { linesFor } from './lines';
import './index.scss';

const stepIcons: Record<HelpStep, IconName> = {
  stay: 'hand',
  lock: 'lock',
  listen: 'ear',
  follow120: 'phone-call',
  keepBottle: 'package',
  apart: 'footprints',
  noQuestions: 'message-circle-off',
  keepTraces: 'shield',
  sayClothes: 'user',
  askAround: 'users',
  keepChat: 'save',
  payNothing: 'wallet',
  rest: 'coffee',
};

interface Props {
  /** `full`: nothing else is to be seen, danger now; `half`: over what was being done. */
  size: 'full' | 'half';
  /** What it is about (`Reason.concept`); none: danger to life. */
  concepts?: readonly string[];
  title?: string;
  hint?: string;
  /** Where the words are that were written. */
  note?: string | undefined;
  /** The way on, at the bottom. */
  children: ReactNode;
}

/** Whom to call and what to do this minute: all of it from the phone itself, without network. */
export function HelpSheet({
  size,
  concepts = [],
  title = size === 'full' ? firstHelp.urgent : firstHelp.worrying,
  hint = size === 'full' ? firstHelp.urgentHint : firstHelp.worryingHint,
  note,
  children,
}: Props) {
  const county = useCounty();
  const now = useServerNow();
  const [bar] = useState(readBar);
  const help = helpOf(concepts);
  const full = size === 'full';
  // Half a screen is for two: the most urgent one, and who knows most of this.
  const numbers = full
    ? help.numbers
    : [help.numbers[0], help.numbers.at(-1)].flatMap((n) => n ?? []);
  const lines = linesFor(numbers, { county, now, ofPlace: full ? 2 : 1 });
  const top = full ? bar.capsuleTop + bar.capsuleHeight + 8 : undefined;
  return (
    <View className={`help-sheet help-sheet--${size}`}>
      <View
        className="help-sheet__page"
        style={top === undefined ? {} : { paddingTop: `${top}px` }}
        ariaRole="alertdialog"
        ariaModal
      >
        <View className="row">
          <View className="t-alarm">
            <Icon name="triangle-alert" size="large" />
          </View>
          <View className="t-title t-alarm grow">{title}</View>
          <Listen id="listen-first-help" text={spokenText(title, hint, lines, help.steps)} />
        </View>
        <View className="t-strong">{hint}</View>
        {lines.map((line) => (
          <PhoneLine key={line.id} line={{ ...line, hours: undefined }} />
        ))}
        <View className="help-sheet__steps">
          <View className="t-strong">{firstHelp.now}</View>
          {help.steps.map((step) => (
            <Fact key={step} icon={stepIcons[step]}>
              {stepTexts[step]}
            </Fact>
          ))}
        </View>
        {note ? <View className="t-small">{note}</View> : null}
      </View>
      <View className="help-sheet__foot">{children}</View>
    </View>
  );
}

/** Figures are said one by one. */
function spokenText(
  title: string,
  hint: string,
  lines: { number: string; name: string }[],
  steps: readonly HelpStep[],
) {
  const numbers = lines.map(({ number, name }) => `${name}，${[...number].join(' ')}`);
  const done = steps.map((step) => stepTexts[step]);
  return [title, hint, ...numbers, firstHelp.now, ...done].join('。');
}
