import type { SignId } from '@rules/warning-signs';
import type { IconName } from '@/components/icon';

/** One stroke a sign. None shows a child, an injury or anything that frightens. */
export const signIcons: Record<SignId, IconName> = {
  wantsToDie: 'heart-pulse',
  poison: 'circle-alert',
  cuts: 'bandage',
  hurt: 'bandage',
  touched: 'shield',
  neglected: 'house',
  noSchool: 'school',
  bellyache: 'thermometer',
  bullied: 'users',
  silent: 'message-circle-off',
  eating: 'utensils',
  sleep: 'bed',
  hiding: 'user-x',
  grades: 'notebook',
  temper: 'flame',
  changed: 'annoyed',
  dozing: 'moon',
  absent: 'clock',
  alone: 'user',
  missing: 'cloud-rain',
};
