import { Button as NativeButton, Text, View } from '@tarojs/components';
import {
  agreeButtonId,
  agreesByTap,
  answerPrivacy,
  openPrivacyGuide,
  usePrivacy,
} from '@/session/privacy';
import { privacySheet } from '@/wording/privacy-sheet';
import { Button } from '../button';
import { Heading } from '../heading';
import { Icon } from '../icon';
import './index.scss';

/** WeChat's question before the microphone and the like; yes and no weigh the same. */
export function PrivacySheet() {
  const { asking, guide } = usePrivacy();
  if (!asking) return null;
  return (
    <View className="privacy-sheet">
      <View className="privacy-sheet__card" ariaRole="dialog" ariaModal>
        <Heading
          title={privacySheet.title}
          spoken={`${privacySheet.title}。${privacySheet.text}${privacySheet.without}`}
        />
        <View>{privacySheet.text}</View>
        <View>{privacySheet.without}</View>
        <Button
          id="privacy-guide"
          look="quiet"
          icon="book-open"
          label={privacySheet.guide(guide)}
          onTap={openPrivacyGuide}
        />
        <View className="grid-2">
          <Button
            id="privacy-refuse"
            look="line"
            icon="x"
            label={privacySheet.refuse}
            onTap={() => answerPrivacy(false)}
          />
          <NativeButton
            id={agreeButtonId}
            className="button button--line privacy-sheet__agree"
            hoverClass="button--pressed"
            openType="agreePrivacyAuthorization"
            ariaRole="button"
            ariaLabel={privacySheet.agree}
            onClick={agreesByTap ? () => answerPrivacy(true) : undefined}
            onAgreePrivacyAuthorization={() => answerPrivacy(true)}
          >
            <Icon name="check" />
            <Text>{privacySheet.agree}</Text>
          </NativeButton>
        </View>
      </View>
    </View>
  );
}
