import { fewest } from '@contract/figure-names';

/** At least so many: `30多个家庭`. */
export const tensText = (count: number, unit: string) =>
  count === 0 ? `少于${fewest}${unit}` : `${count}多${unit}`;
