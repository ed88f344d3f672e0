/** `demo`: a county to look around in. `full`: 500 records wherever a screen lists something. */
export type Size = 'demo' | 'full';

interface Amounts {
  services: number;
  schools: number;
  /** At least those of the library. */
  guides: number;
  families: number;
  /** Visits of 小树 that are over, and those to come. */
  pastVisits: number;
  comingVisits: number;
  /** How much of 李老师's next working day is taken. */
  busyDayShare: number;
  /** Requests on the waiting list, and those that have been settled lately. */
  waiting: number;
  settledWaits: number;
  /** Age of the accounts: older than the oldest visit. */
  accountDays: number;
}

export const amounts: Record<Size, Amounts> = {
  demo: {
    services: 18,
    schools: 8,
    guides: 30,
    families: 40,
    pastVisits: 0,
    comingVisits: 0,
    busyDayShare: 0.4,
    waiting: 6,
    settledWaits: 28,
    accountDays: 90,
  },
  full: {
    services: 500,
    schools: 120,
    guides: 500,
    families: 500,
    pastVisits: 500,
    comingVisits: 2,
    busyDayShare: 1,
    waiting: 500,
    settledWaits: 120,
    accountDays: 800,
  },
};
