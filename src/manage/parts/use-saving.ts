import { useState } from 'react';
import type { RecordKind } from '@contract/manage';
import { useWrite } from '@/cloud/use-write';
import { cleaned, dropDraft, keepDraft, type Draft } from './drafts';

interface Theirs<Fields> extends Draft<Fields> {
  name: string | undefined;
}

type Saved<Fields> =
  | { state: 'saved' }
  | { state: 'changed'; id: string; rev: number; fields: Fields; name?: string | undefined };
type Write = ReturnType<typeof useWrite>['write'];

/**
 * What is being typed: kept on this phone with every letter, sent when asked, and set beside what
 * somebody else saved meanwhile.
 */
export function useSaving<Fields extends object>(
  { kind, id }: { kind: RecordKind; id: string | undefined },
  start: Draft<Fields>,
  send: (write: Write, draft: Draft<Fields>) => Promise<Saved<Fields> | undefined>,
  onSaved: () => void,
) {
  const [draft, setDraft] = useState(start);
  const [theirs, setTheirs] = useState<Theirs<Fields>>();
  const { busy, failed, write } = useWrite();

  function put(next: Draft<Fields>) {
    keepDraft(kind, id, next);
    setDraft(next);
  }
  async function save(wished: Draft<Fields>) {
    const answer = await send(write, { ...wished, fields: cleaned(wished.fields) });
    if (!answer) return;
    if (answer.state === 'changed') {
      const base = { id: answer.id, rev: answer.rev };
      setTheirs({ base, fields: answer.fields, name: answer.name });
      return;
    }
    dropDraft(kind, id);
    onSaved();
  }
  return {
    ...{ draft, theirs, busy, failed },
    change: (part: Partial<Fields>) => put({ ...draft, fields: { ...draft.fields, ...part } }),
    save: () => void save(draft),
    /** Over the newer state, with what was taken of it. */
    merge(fields: Fields) {
      const merged = { base: theirs?.base, fields };
      put(merged);
      void save(merged);
    },
    backToOurs: () => setTheirs(undefined),
  };
}
