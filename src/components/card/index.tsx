import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import './index.scss';

interface Props {
  /** Given: the whole card can be tapped. */
  onTap?: (() => void) | undefined;
  id?: string;
  /** What a screen reader says for a card that can be tapped. */
  label?: string;
  tone?: 'plain' | 'coming' | 'people' | 'soft' | 'alarm' | 'main';
  selected?: boolean;
  /** One of several of which one is chosen. */
  isChoice?: boolean;
}

/** A white sheet that holds one thing. */
export function Card({
  children,
  onTap,
  id,
  label,
  tone = 'plain',
  selected,
  isChoice = false,
}: PropsWithChildren<Props>) {
  const className = `card card--${tone}${selected ? ' card--selected' : ''}`;
  if (!onTap) {
    return (
      <View id={id} className={className}>
        {children}
      </View>
    );
  }
  return (
    <View
      id={id}
      className={className}
      hoverClass="card--pressed"
      ariaRole={isChoice ? 'radio' : 'button'}
      ariaLabel={label}
      ariaChecked={isChoice ? selected : undefined}
      onClick={onTap}
    >
      {children}
    </View>
  );
}
