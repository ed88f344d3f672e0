import { ShareButton } from '@/components/share-button';
import { guides } from '@/wording/guides';
import { MessageCard } from './message-card';

/** For the other part of the family: the words, and their half of the guide as a card in WeChat. */
export function FamilyMessage({
  message,
  guideId,
  onTold,
}: {
  message: string;
  guideId: string;
  onTold: () => void;
}) {
  return (
    <MessageCard
      id="step-family"
      icon="house"
      title={guides.tellFamily}
      message={message}
      onCopy={onTold}
    >
      <ShareButton
        id="share"
        icon="share-2"
        label={guides.share}
        path={sharePath(guideId)}
        onTap={onTold}
      />
    </MessageCard>
  );
}

export const sharePath = (guideId: string) => `/guide/read/index?id=${guideId}`;
