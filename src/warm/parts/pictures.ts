import type { NotePicture } from '@contract/enums';
import type { IconName } from '@/components/icon';

/** What a note may carry: drawn, of no child. */
export const pictureIcons: Record<NotePicture, IconName> = {
  sun: 'sun',
  moon: 'moon',
  star: 'star',
  leaf: 'leaf',
  house: 'house',
  bus: 'bus',
  hug: 'hand-heart',
  meal: 'utensils',
};
