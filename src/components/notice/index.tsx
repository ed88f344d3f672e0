import { View } from '@tarojs/components';
import { Button } from '../button';
import { Icon, type IconName } from '../icon';
import { Listen } from '../listen';
import './index.scss';

interface Props {
  icon: IconName;
  title: string;
  hint?: string;
  action?: { id: string; label: string; onTap: () => void };
}

/** The whole page has nothing to show, and says what to do: empty, failing, offline. */
export function Notice({ icon, title, hint, action }: Props) {
  return (
    <View className="notice" ariaRole="status">
      <View className="notice__dot">
        <Icon name={icon} size="large" />
      </View>
      <View className="t-heading">{title}</View>
      {hint ? <View className="t-quiet">{hint}</View> : null}
      <Listen id="listen-notice" text={[title, hint].filter(Boolean).join('。')} />
      {action ? (
        <View className="notice__action">
          <Button id={action.id} look="soft" label={action.label} onTap={action.onTap} />
        </View>
      ) : null}
    </View>
  );
}

/** One line about the page: shown from the last time, no network, a place is kept. */
export function Line({
  icon,
  text,
  tone = 'coming',
}: {
  icon: IconName;
  text: string;
  tone?: 'coming' | 'quiet' | 'alarm';
}) {
  return (
    <View className={`line line--${tone}`} ariaRole="status" ariaLive="polite">
      <Icon name={icon} size="small" />
      <View className="grow">{text}</View>
    </View>
  );
}
