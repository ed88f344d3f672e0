import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon';
import './index.scss';

interface Props {
  id: string;
  icon?: IconName;
  /** A picture in place of the icon. */
  picture?: ReactNode;
  label: string;
  hint?: string;
  selected?: boolean;
  /** One of several that may be chosen together, or the only one. */
  kind?: 'checkbox' | 'radio' | 'button';
  onTap: () => void;
}

/** A choice by picture and word. */
export function Tile({
  id,
  icon,
  picture,
  label,
  hint,
  selected = false,
  kind = 'checkbox',
  onTap,
}: Props) {
  return (
    <View
      id={id}
      className={`tile${selected ? ' tile--selected' : ''}`}
      hoverClass="tile--pressed"
      ariaRole={kind}
      ariaChecked={kind === 'button' ? undefined : selected}
      ariaLabel={hint ? `${label}，${hint}` : label}
      onClick={onTap}
    >
      {selected ? (
        // Never colour alone: a chosen tile carries a tick as well.
        <View className="tile__tick">
          <Icon name="check" size="small" />
        </View>
      ) : null}
      {picture ?? (icon ? <Icon name={icon} size="large" /> : null)}
      <View>{label}</View>
      {hint ? <View className="tile__hint">{hint}</View> : null}
    </View>
  );
}
