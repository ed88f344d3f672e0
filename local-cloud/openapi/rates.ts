/** How often an interface may be called in a minute, by the cloud's clock. */

const MINUTE_MS = 60_000;

/** From WeChat's documentation of each interface; none is given for a minute of subscribeMessage.send. */
const DEFAULTS: Record<string, number> = {
  'security.msgSecCheck': 4000,
  'security.mediaCheckAsync': 2000,
  'wxacode.getUnlimited': 5000,
};

export class Rates {
  private readonly limits: Map<string, number>;
  private readonly counts = new Map<string, { minute: number; calls: number }>();

  constructor(
    limits: Record<string, number>,
    private readonly now: () => number,
  ) {
    this.limits = new Map(Object.entries({ ...DEFAULTS, ...limits }));
  }

  /** Counts a call; false when this minute has had its number. */
  allow(api: string): boolean {
    const minute = Math.floor(this.now() / MINUTE_MS);
    const count = this.counts.get(api);
    const calls = count?.minute === minute ? count.calls + 1 : 1;
    this.counts.set(api, { minute, calls });
    return calls <= (this.limits.get(api) ?? Infinity);
  }
}
