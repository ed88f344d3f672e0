import { useState } from 'react';
import type { Answer } from '@contract';

interface Page<Row, Cursor> {
  rows: Row[];
  next: Cursor | undefined;
}

export interface More<Row, Cursor> extends Page<Row, Cursor> {
  state: 'idle' | 'busy' | 'failed';
  read: () => void;
}

/**
 * The pages that follow a first one, read on demand. A fresh first page (another `savedAt`) begins
 * the list anew, since what followed the old one may have moved.
 */
export function useMore<Row, Cursor>(
  first: Page<Row, Cursor> | undefined,
  savedAt: number | undefined,
  ask: (cursor: Cursor) => Promise<Answer<Page<Row, Cursor>>>,
): More<Row, Cursor> {
  const [read, setRead] = useState<Page<Row, Cursor> & { after: number | undefined }>();
  const [state, setState] = useState<More<Row, Cursor>['state']>('idle');
  const more = read?.after === savedAt ? read : undefined;
  const next = more ? more.next : first?.next;

  async function readNext(cursor: Cursor) {
    setState('busy');
    const answer = await ask(cursor);
    setState(answer.ok ? 'idle' : 'failed');
    if (!answer.ok) return;
    const rows = [...(more?.rows ?? []), ...answer.data.rows];
    setRead({ after: savedAt, rows, next: answer.data.next });
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
