import { useEffect, useRef, useState } from 'react';
import type { Answer } from '@contract';

interface Page<Row, Cursor> {
  rows: Row[];
  next: Cursor | undefined;
}

/** What was read after which first page. */
interface Read<Row, Cursor> extends Page<Row, Cursor> {
  after: number | undefined;
  kept: string | undefined;
}

export interface More<Row, Cursor> extends Page<Row, Cursor> {
  state: 'idle' | 'busy' | 'failed';
  read: () => void;
}

/**
 * The pages that follow a first one, read on demand. A fresh first page (another `savedAt`) begins
 * the list anew, since what followed the old one may have moved.
 * @param kept the question, where a page asks it again by itself: while it is the same, what was read
 * stays until it has been read again. A row that has moved may stand twice meanwhile.
 */
export function useMore<Row, Cursor>(
  first: Page<Row, Cursor> | undefined,
  savedAt: number | undefined,
  ask: (cursor: Cursor) => Promise<Answer<Page<Row, Cursor>>>,
  kept?: string,
): More<Row, Cursor> {
  const [read, setRead] = useState<Read<Row, Cursor>>();
  const [state, setState] = useState<More<Row, Cursor>['state']>('idle');
  const stale = read !== undefined && read.after !== savedAt;
  const count = read?.rows.length ?? 0;
  const again = stale && count > 0 && kept !== undefined && read.kept === kept;
  const more = stale && !again ? undefined : read;
  const next = more ? more.next : first?.next;

  const latest = useRef({ ask, next: first?.next });
  useEffect(() => {
    latest.current = { ask, next: first?.next };
  });
  useEffect(() => {
    if (!again) return undefined;
    let over = false;
    void (async () => {
      const rows: Row[] = [];
      let cursor = latest.current.next;
      while (rows.length < count && cursor !== undefined) {
        const answer = await latest.current.ask(cursor);
        if (over || !answer.ok) return; // the old ones stay until the next time
        rows.push(...answer.data.rows);
        cursor = answer.data.next;
      }
      setRead({ after: savedAt, kept, rows, next: cursor });
    })();
    return () => {
      over = true;
    };
  }, [again, count, savedAt, kept]);

  async function readNext(cursor: Cursor) {
    setState('busy');
    const answer = await ask(cursor);
    setState(answer.ok ? 'idle' : 'failed');
    if (!answer.ok) return;
    const rows = [...(more?.rows ?? []), ...answer.data.rows];
    const after = more ? more.after : savedAt;
    setRead({ after, kept, rows, next: answer.data.next });
  }

  return {
    rows: [...(first?.rows ?? []), ...(more?.rows ?? [])],
    next,
    state,
    read: () => {
      if (next !== undefined) void readNext(next);
    },
  };
}
