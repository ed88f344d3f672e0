import { View } from '@tarojs/components';
import { useState, type PropsWithChildren } from 'react';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Icon, type IconName } from '@/components/icon';
import { Listen } from '@/components/listen';
import { Line } from '@/components/notice';
import { copyText } from '@/session/device';
import { guides } from '@/wording/guides';

interface Props {
  id: string;
  icon: IconName;
  title: string;
  /** What may be said, in words that are ready. */
  message: string;
  onCopy?: () => void;
}

/** A message that is prepared: heard, copied, and sent by the person, or not. */
export function MessageCard({
  id,
  icon,
  title,
  message,
  onCopy,
  children,
}: PropsWithChildren<Props>) {
  const [copied, setCopied] = useState<boolean>();
  return (
    <Card id={id}>
      <View className="stack">
        <View className="row row--between">
          <Icon name={icon} size="large" />
          <View className="t-heading grow">{title}</View>
          <Listen id={`${id}-listen`} text={message} />
        </View>
        <View>{`“${message}”`}</View>
        {children}
        <Button
          id={`${id}-copy`}
          look="soft"
          icon="copy"
          label={guides.copy}
          onTap={() => {
            onCopy?.();
            void copyText(message).then(setCopied);
          }}
        />
        {copied === undefined ? null : (
          <Line
            icon={copied ? 'check' : 'circle-alert'}
            text={copied ? guides.copied : guides.notCopied}
          />
        )}
      </View>
    </Card>
  );
}
