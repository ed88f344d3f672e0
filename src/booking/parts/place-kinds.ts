import { placeKinds, type PlaceKind } from '@contract/enums';
import type { Child } from '@contract/family';
import type { IconName } from '@/components/icon';

/** The sign of each way to talk. */
export const placeIcons: Record<PlaceKind, IconName> = {
  school: 'school',
  clinic: 'hospital',
  phone: 'phone-call',
  wechat: 'video',
  home: 'house',
};

/** The ways that are open to this child: a school's room is for its pupils. */
export function kindsFor(child: Child | undefined): PlaceKind[] {
  return placeKinds.filter((kind) => kind !== 'school' || child?.schoolId !== undefined);
}
