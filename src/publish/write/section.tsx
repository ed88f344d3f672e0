import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import type { Fault } from '@rules/guide-checks';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { Line } from '@/components/notice';
import { faultText, publishing } from '@/wording/publishing';
import './section.scss';

interface Props {
  name: string;
  title: string;
  /** What it says so far, for while it is folded. */
  summary: string;
  faults: readonly Fault[];
  open: boolean;
  onToggle: () => void;
}

/** One part of the text: folded it says how it stands, open it can be written. */
export function Section({
  name,
  title,
  summary,
  faults,
  open,
  onToggle,
  children,
}: PropsWithChildren<Props>) {
  const wrong = faults.length > 0 ? publishing.faultsHere(faults.length) : '';
  return (
    <Card>
      <View
        id={`part-${name}`}
        className="section"
        hoverClass="card--pressed"
        ariaRole="button"
        ariaLabel={[title, wrong, open ? publishing.fold : publishing.open]
          .filter(Boolean)
          .join('，')}
        onClick={onToggle}
      >
        <View className="grow">
          <View className="t-strong">{title}</View>
          {open || summary === '' ? null : (
            <View className="t-small t-quiet">{beginningOf(summary)}</View>
          )}
          {open || wrong === '' ? null : <Line tone="alarm" icon="circle-alert" text={wrong} />}
        </View>
        <Icon name={open ? 'chevron-up' : 'chevron-down'} />
      </View>
      {open ? (
        <View className="stack">
          {faults.map((fault, at) => (
            <Line key={at} tone="alarm" icon="circle-alert" text={faultText(fault)} />
          ))}
          {children}
        </View>
      ) : null}
    </Card>
  );
}

const shownCharacters = 40;

/** Enough to know it again; the rest is a tap away. */
function beginningOf(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= shownCharacters) return text;
  return `${characters.slice(0, shownCharacters).join('')}…`;
}
