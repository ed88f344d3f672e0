/** The time of the cloud: the machine's, moved by as much as somebody has asked for. */
import { invalidParam } from './errors';

/** Date's own end: beyond it there is no moment. */
const LAST_MOMENT = 8.64e15;

export class Clock {
  private offset = 0;

  /** @param base milliseconds since 1970 of the clock underneath, which goes on running */
  constructor(private readonly base: () => number) {}

  readonly now = (): number => this.base() + this.offset;

  /** Sets the clock; from there it runs on. Throws INVALID_PARAM for what is no moment. */
  set(moment: number): void {
    if (!Number.isFinite(moment) || Math.abs(moment) > LAST_MOMENT)
      throw invalidParam('the clock needs milliseconds since 1970');
    this.offset = moment - this.base();
  }
}
