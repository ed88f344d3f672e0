import { fewest } from '@contract/figure-names';

/** At least so many: `至少30个家庭`. */
export const tensText = (count: number, unit: string) =>
  count === 0 ? `少于${fewest}${unit}` : `至少${count}${unit}`;
