import { View } from '@tarojs/components';
import { useState, type PropsWithChildren, type ReactNode } from 'react';
import { readBar } from '@/session/device';
import { back, type Tab } from '@/session/routes';
import { useSession } from '@/session/session';
import { common } from '@/wording/common';
import { HelpButton } from '../help-button';
import { Icon } from '../icon';
import { PrivacySheet } from '../privacy-sheet';
import { TabBar } from '../tab-bar';
import './index.scss';

interface Props {
  /** Stands beside the back arrow; at most five characters are seen in the large size. */
  title: string;
  /** One of the four tabs: shows the bar below and no way back. */
  tab?: Tab;
  /** What is done here, under the thumb. */
  footer?: ReactNode;
  /** The page is the help itself and needs no button to it. */
  isHelp?: boolean;
  onBack?: () => void;
}

/** The frame of every page: title, help in the same place everywhere, content, action at the bottom. */
export function Screen({
  title,
  tab,
  footer,
  isHelp = false,
  onBack,
  children,
}: PropsWithChildren<Props>) {
  const size = useSession((session) => session.size);
  const [bar] = useState(readBar);
  const middle = bar.capsuleTop + bar.capsuleHeight / 2;
  const barHeight = size === 'large' ? 64 : 52;
  // In line with WeChat's capsule; what reaches into the status bar is only room to hit.
  const top = Math.max(0, middle - barHeight / 2);
  const className = [
    'theme',
    `theme--${size}`,
    'screen',
    tab ? 'screen--tab' : '',
    footer ? 'screen--footer' : '',
  ].join(' ');

  return (
    <View className={className}>
      <View
        className="screen__bar"
        style={{
          paddingTop: `${top}px`,
          paddingRight: `${bar.capsuleWidth + 8}px`,
          height: `${top + barHeight}px`,
        }}
      >
        {tab ? null : (
          <View
            id="back"
            className="screen__back"
            hoverClass="screen__back--pressed"
            ariaRole="button"
            ariaLabel={common.back}
            onClick={onBack ?? back}
          >
            <Icon name="chevron-left" />
          </View>
        )}
        <View className="screen__title" ariaRole="heading">
          {title}
        </View>
        {isHelp ? null : <HelpButton />}
      </View>
      <View className="screen__body" style={{ paddingTop: `${top + barHeight + 4}px` }}>
        {children}
      </View>
      {footer ? <View className="screen__footer">{footer}</View> : null}
      {tab ? <TabBar current={tab} /> : null}
      <PrivacySheet />
    </View>
  );
}
