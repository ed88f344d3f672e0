import { View } from '@tarojs/components';
import { openTab, tabs, type Tab } from '@/session/routes';
import { common } from '@/wording/common';
import { Icon, type IconName } from '../icon';
import './index.scss';

const icons: Record<Tab, IconName> = {
  home: 'house',
  guides: 'book-open',
  messages: 'message-circle',
  me: 'user',
};

/** The four tabs. Our own, since WeChat's bar keeps its small letters in the large size. */
export function TabBar({ current }: { current: Tab }) {
  return (
    <View className="tab-bar" ariaRole="tablist">
      {tabs.map((tab) => (
        <View
          key={tab}
          id={`tab-${tab}`}
          className={`tab-bar__tab${tab === current ? ' tab-bar__tab--current' : ''}`}
          ariaRole="tab"
          ariaSelected={tab === current}
          onClick={() => {
            if (tab !== current) openTab(tab);
          }}
        >
          <Icon name={icons[tab]} />
          <View>{common.tabs[tab]}</View>
        </View>
      ))}
    </View>
  );
}
