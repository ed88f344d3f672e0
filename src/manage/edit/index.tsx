import { useState } from 'react';
import type { ServiceFields } from '@contract/manage';
import { serverNow } from '@/cloud/clock';
import { useQuery } from '@/cloud/use-query';
import { Screen } from '@/components/screen';
import { useTownship } from '@/session/session';
import { manage } from '@/wording/manage';
import '../brings';
import { dropDraft, emptyService, readKeptService, type Draft } from '../parts/drafts';
import { usePageId } from '../parts/find';
import { ForAdmin } from '../parts/for-admin';
import { Editor } from './editor';

/** Writing a place down, or putting it right. What was typed last and not saved is still there. */
export default function EditPage() {
  const id = usePageId();
  const home = useTownship();
  // Also for a new one: whoever is no administrator learns it before typing.
  const scope = useQuery('directory.listForDesk', {});
  const query = useQuery('directory.showRecord', id ? { kind: 'service', id } : undefined);
  const [kept, setKept] = useState(() => readKeptService(id));
  const [turn, setTurn] = useState(0);
  const record = query.data;
  const saved: Draft<ServiceFields> | undefined =
    id !== undefined && record?.service
      ? { base: { id, rev: record.rev }, fields: record.service }
      : undefined;
  const start = kept ?? (id === undefined ? { fields: emptyService(home ?? '') } : saved);
  const shut = scope.error?.code === 'FORBIDDEN' || scope.error?.code === 'NOT_SIGNED_IN';
  if (start && !shut) {
    return (
      <Editor
        key={`${id ?? 'new'}-${turn}`}
        id={id}
        start={start}
        keptBefore={kept !== undefined}
        county={scope.data?.schoolOnly === false}
        verifiedAt={record?.verifiedAt ?? serverNow()}
        demonstration={record?.demonstration ?? false}
        onDrop={() => {
          dropDraft('service', id);
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
