import * as v from 'valibot';
import { AudioLanguageSchema } from '@contract/recordings';
import { IdSchema } from '@contract/shapes';
import { useQuery } from '@/cloud/use-query';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { usePageQuery } from '@/session/use-page-query';
import { recording } from '@/wording/recording';
import '../brings';
import { HearOver } from './hear-over';
import { Recording } from './recording';

const QuerySchema = v.object({ id: IdSchema, language: AudioLanguageSchema });

/** One guide to record; or, when it is somebody else's voice, to hear over. */
export default function RecordGuidePage() {
  const { id, language } = usePageQuery(QuerySchema) ?? {};
  const query = useQuery(
    'guides.openRecording',
    id === undefined || language === undefined ? null : { guideId: id, language },
  );
  const { data } = query;
  if (data && language !== undefined) {
    const theirs = data.recording && !data.recording.mine;
    const shown = { data, language, onChanged: query.reload };
    return theirs ? <HearOver {...shown} /> : <Recording {...shown} />;
  }
  const code = query.error?.code;
  return (
    <Screen title={recording.title}>
      {code === 'FORBIDDEN' || code === 'NOT_SIGNED_IN' ? (
        <Notice icon="lock" title={recording.notStaff} hint={recording.notStaffHint} />
      ) : (
        <Loaded query={query} skeleton={3}>
          {() => null}
        </Loaded>
      )}
    </Screen>
  );
}
