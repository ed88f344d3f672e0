import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from '../icon';
import './index.scss';

interface Props {
  id: string;
  label: string;
  onTap: () => void;
  icon?: IconName;
  look?: 'main' | 'soft' | 'line' | 'quiet' | 'alarm';
  /** While something is under way: the label stays, a second tap does nothing. */
  busy?: boolean;
  disabled?: boolean;
}

/** Something to do. One `main` a screen, at the bottom where the thumb is. */
export function Button({ id, label, onTap, icon, look = 'main', busy, disabled }: Props) {
  const inactive = busy === true || disabled === true;
  return (
    <View
      id={id}
      className={`button button--${look}${inactive ? ' button--inactive' : ''}`}
      hoverClass={inactive ? 'none' : 'button--pressed'}
      ariaRole="button"
      ariaDisabled={inactive}
      onClick={() => {
        if (!inactive) onTap();
      }}
    >
      {icon ? <Icon name={icon} /> : null}
      <Text>{busy ? `${label}…` : label}</Text>
    </View>
  );
}
