import { Button as NativeButton, Text } from '@tarojs/components';
import { explainSharing } from '@/session/device';
import { Icon, type IconName } from '../icon';
import '../button/index.scss';
import './index.scss';

interface Props {
  id: string;
  icon: IconName;
  label: string;
  look?: 'main' | 'soft';
  /** Where the card leads; the page's own `useShareAppMessage` sends it. */
  path: string;
  onTap?: () => void;
}

/** WeChat shares only from a button of its own; this one looks like ours. */
export function ShareButton({ id, icon, label, look = 'main', path, onTap }: Props) {
  return (
    <NativeButton
      id={id}
      className={`button button--${look} share-button`}
      hoverClass="button--pressed"
      openType="share"
      ariaRole="button"
      onClick={() => {
        onTap?.();
        explainSharing(path);
      }}
    >
      <Icon name={icon} />
      <Text>{label}</Text>
    </NativeButton>
  );
}
