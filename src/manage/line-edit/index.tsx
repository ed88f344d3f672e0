import { useState } from 'react';
import type { LineFields } from '@contract/manage';
import { useQuery } from '@/cloud/use-query';
import { Screen } from '@/components/screen';
import { manage } from '@/wording/manage';
import '../brings';
import { dropDraft, emptyLine, readKeptLine, type Draft } from '../parts/drafts';
import { usePageId } from '../parts/find';
import { ForAdmin } from '../parts/for-admin';
import { LineEditor } from './editor';

/** Writing a county's telephone line down, or putting it right. */
export default function LineEditPage() {
  const id = usePageId();
  // Also for a new one: whoever is no administrator of the county learns it before typing.
  const scope = useQuery('safety.listLines', {});
  const query = useQuery('directory.showRecord', id ? { kind: 'line', id } : undefined);
  const [kept, setKept] = useState(() => readKeptLine(id));
  const [turn, setTurn] = useState(0);
  const record = query.data;
  const saved: Draft<LineFields> | undefined =
    id !== undefined && record?.line && record.editable
      ? { base: { id, rev: record.rev }, fields: record.line }
      : undefined;
  const start = kept ?? (id === undefined ? { fields: emptyLine } : saved);
  const shut = scope.error?.code === 'FORBIDDEN' || scope.error?.code === 'NOT_SIGNED_IN';
  if (start && !shut) {
    return (
      <LineEditor
        key={`${id ?? 'new'}-${turn}`}
        id={id}
        start={start}
        keptBefore={kept !== undefined}
        onDrop={() => {
          dropDraft('line', id);
          setKept(undefined);
          setTurn(turn + 1);
        }}
      />
    );
  }
  return (
    <Screen title={id === undefined ? manage.newTitle : manage.editTitle}>
      {shut ? (
        <ForAdmin query={scope}>{() => null}</ForAdmin>
      ) : (
        <ForAdmin query={query}>{() => null}</ForAdmin>
      )}
    </Screen>
  );
}
