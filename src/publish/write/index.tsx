import { useState } from 'react';
import { useQuery } from '@/cloud/use-query';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { usePerson } from '@/session/use-person';
import { publishing } from '@/wording/publishing';
import '../brings';
import { ForDesk } from '../parts/for-desk';
import { useVersion } from '../parts/version-of';
import { Editor } from './editor';
import { dropKept, emptyText, readKept, type Kept } from './kept-text';

/** Writing a guide, new or as the next version. What was typed last is still there. */
export default function WritePage() {
  const version = useVersion();
  const query = useQuery('guides.showDraft', version);
  const guideId = version?.guideId;
  const [kept, setKept] = useState(() => readKept(guideId));
  const [turn, setTurn] = useState(0);
  const { person } = usePerson();
  const writes = person.posts?.some(
    ({ role, schoolId }) => role === 'counsellor' || (role === 'admin' && !schoolId),
  );

  const saved: Kept | undefined = query.data
    ? {
        base: baseOf(query.data.guide),
        text: query.data.guide.text,
      }
    : undefined;
  const start = kept ?? (version ? saved : { text: emptyText });

  function drop() {
    dropKept(guideId);
    setKept(undefined);
    setTurn(turn + 1);
  }
  if (person.signedIn && !writes) {
    return (
      <Screen title={publishing.writeTitle}>
        <Notice icon="lock" title={publishing.notStaff} hint={publishing.notStaffHint} />
      </Screen>
    );
  }
  if (start && query.error?.code !== 'FORBIDDEN') {
    return (
      <Editor
        key={`${guideId ?? 'new'}-${turn}`}
        start={start}
        storedAs={guideId}
        keptBefore={kept !== undefined}
        onDrop={drop}
      />
    );
  }
  return (
    <Screen title={publishing.writeTitle}>
      <ForDesk query={query}>
        <Loaded query={query} skeleton={4}>
          {() => null}
        </Loaded>
      </ForDesk>
    </Screen>
  );
}

const baseOf = ({ guideId, version, rev }: NonNullable<Kept['base']>) => ({
  ...{ guideId, version, rev },
});
