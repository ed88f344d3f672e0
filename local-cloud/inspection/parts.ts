/** What the inspector looks at. */
import type { Store } from '../database/store';
import type { Faults } from '../faults';
import type { Runtime } from '../functions/runtime';
import type { Timers } from '../functions/timers';
import type { Journal } from '../journal';
import type { CloudClock } from '../options';
import type { FaultSwitches } from './fault-switches';

/** A subscription message that has landed on somebody's phone. */
export interface InspectedMessage {
  openid: string;
  title: string;
  /** `label` as WeChat shows it, `name` as the template calls it. */
  fields: { name: string; label: string; value: string }[];
  /** The page that a tap opens. */
  page: string | null;
  /** Milliseconds since 1970. */
  at: number;
}

export interface InspectorParts {
  journal: Journal;
  store: Store;
  faults: Faults;
  faultSwitches: FaultSwitches;
  strictIndexes: boolean;
  /** The cloud's time, and the clock underneath that nobody has moved; milliseconds since 1970. */
  now: () => number;
  unmovedNow: () => number;
  /** Known only once the server listens. */
  runtime: () => Runtime;
  timers: () => Timers;
  clock: () => CloudClock;
  messages: () => InspectedMessage[];
}
