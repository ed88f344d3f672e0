import { View } from '@tarojs/components';
import { openTab, tabs, type Tab } from '@/session/routes';
import { useSession } from '@/session/session';
import { common } from '@/wording/common';
import { inbox } from '@/wording/inbox';
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
  const unread = useSession((session) => (session.person.unread ?? 0) > 0);
  const isNew = (tab: Tab) => tab === 'messages' && unread && current !== 'messages';
  return (
    <View className="tab-bar" ariaRole="tablist">
      {tabs.map((tab) => (
        <View
          key={tab}
          id={`tab-${tab}`}
          className={`tab-bar__tab${tab === current ? ' tab-bar__tab--current' : ''}`}
          ariaRole="tab"
          ariaSelected={tab === current}
          ariaLabel={isNew(tab) ? `${common.tabs[tab]}，${inbox.freshLabel}` : common.tabs[tab]}
          onClick={() => {
            if (tab !== current) openTab(tab);
          }}
        >
          <View className="tab-bar__sign">
            <Icon name={icons[tab]} />
            {isNew(tab) ? <View className="tab-bar__new">{inbox.fresh}</View> : null}
          </View>
          <View>{common.tabs[tab]}</View>
        </View>
      ))}
    </View>
  );
}
