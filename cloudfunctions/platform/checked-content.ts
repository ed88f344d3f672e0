import { checkedAnnouncement } from './checked-announcement';
import { checkedEntries } from './checked-entries';
import type { CheckedThing, ContentCheckDocument } from './collections';
import type { Database } from './database';
import { checkedMessage } from './held-messages';
import type { Transaction } from './transaction';
import { checkedWeek } from './week-document';

export type FoundWanting = Partial<Pick<ContentCheckDocument, 'fileId' | 'openid'>>;

/** How one kind of thing is read, held and released by whoever checks it. `ref` is its document. */
export interface Checked {
  /** Its text, opened; undefined when there is none, or the thing is gone. */
  text(database: Database, ref: string): Promise<string | undefined>;
  /**
   * Keeps it from the family until a person of the school has seen it. Does nothing the second time.
   * `fileId`: the recording or picture that was found wanting, of several in one thing; `openid`: who
   * sent it. Answers whose child it is about, an empty word for no child's; undefined when it is gone.
   */
  hold(
    transaction: Transaction,
    ref: string,
    now: number,
    found: FoundWanting,
  ): Promise<string | undefined>;
  /** Lets it through after all. Does nothing when it is not held. */
  release(transaction: Transaction, ref: string, now: number): Promise<void>;
}

/** One row for each kind of thing that WeChat checks; what has none is not held. */
export const checkedContent: Partial<Record<CheckedThing, Checked>> = {
  message: checkedMessage,
  note: checkedEntries,
  weekly: checkedWeek,
  announcement: checkedAnnouncement,
};
