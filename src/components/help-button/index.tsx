import { Text, View } from '@tarojs/components';
import { open } from '@/session/routes';
import { common } from '@/wording/common';
import { Icon } from '../icon';
import './index.scss';

/** Telephone numbers in one tap, from every page, in the same place. */
export function HelpButton() {
  return (
    <View
      id="help"
      className="help-button"
      hoverClass="help-button--pressed"
      ariaRole="button"
      ariaLabel={common.helpLabel}
      onClick={() => open('phones')}
    >
      <View className="help-button__pill">
        <Icon name="phone" size="small" />
        <Text>{common.help}</Text>
      </View>
    </View>
  );
}
