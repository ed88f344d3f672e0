import type { PrioritySettings } from '@contract/waitlist';

/** The numbers of fair priority until a county sets its own (rules.md, "Fair priority"). */
export const defaultPriority: PrioritySettings = {
  reservedShare: 0.4,
  releaseHours: 48,
  soonPoints: 30,
  urgentPoints: 90,
  firstPoints: 20,
  pointsPerDay: 3,
};
