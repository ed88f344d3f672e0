/** Who has used the mini program, and when last; WeChat's checks of content ask for it. */
import { codeOf } from '../errors';
import type { Statements } from '../database/statements';

/** A visit is written down again only after so long: it happens with every call. */
const WRITE_EVERY_MS = 60_000;
const OPENID = /^[A-Za-z0-9_-]{1,64}$/;

export class People {
  /** By openid, in milliseconds since 1970. */
  private readonly seen = new Map<string, number>();
  private readonly written = new Map<string, number>();

  constructor(
    private readonly statements: Statements,
    private readonly now: () => number,
  ) {
    statements.run(
      'CREATE TABLE IF NOT EXISTS wx_person(openid TEXT PRIMARY KEY, seen INTEGER NOT NULL) WITHOUT ROWID',
    );
    for (const [openid, seen] of statements.rows('SELECT openid, seen FROM wx_person')) {
      this.seen.set(String(openid), Number(seen));
      this.written.set(String(openid), Number(seen));
    }
  }

  /** The person uses the mini program now. What is no openid is ignored. */
  saw(openid: string): void {
    if (!OPENID.test(openid)) return;
    const now = Math.round(this.now());
    this.seen.set(openid, now);
    const last = this.written.get(openid);
    if (last !== undefined && Math.abs(now - last) < WRITE_EVERY_MS) return;
    try {
      this.statements.run(
        'INSERT OR REPLACE INTO wx_person(openid, seen) VALUES(?,?)',
        openid,
        now,
      );
      this.written.set(openid, now);
    } catch (thrown) {
      // Nobody's call fails because the disk is too full to note it.
      if (!codeOf(thrown).startsWith('SQLITE_FULL')) throw thrown;
    }
  }

  /** Whether this is the openid of somebody who was ever here. */
  knows(openid: string): boolean {
    return this.seen.has(openid);
  }

  /** Whether the person was here within the last so many ms. */
  sawWithin(openid: string, ms: number): boolean {
    const seen = this.seen.get(openid);
    return seen !== undefined && this.now() - seen <= ms;
  }
}
