import type { Purpose } from '@contract/enums';
import type { IconName } from '@/components/icon';

export const purposeIcons: Record<Purpose, IconName> = {
  booking: 'hand-heart',
  messages: 'message-circle',
  recordings: 'mic',
  screening: 'smile',
};
