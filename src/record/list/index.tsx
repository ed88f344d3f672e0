import { useState } from 'react';
import type { OutputOf } from '@contract';
import { audiences, type Audience } from '@contract/guides';
import { audioLanguages, type AudioLanguage } from '@contract/recordings';
import type { GuideSummary } from '@contract/reading';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { BigAction } from '@/components/big-action';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { open } from '@/session/routes';
import { guides } from '@/wording/guides';
import { recording } from '@/wording/recording';
import '../brings';

type Row = OutputOf<'guides.listRecordings'>['rows'][number];

/** Which guides have a voice, and which wait for one or for a second listener. */
export default function RecordListPage() {
  const [audience, setAudience] = useState<Audience>('caregiver');
  const [language, setLanguage] = useState<AudioLanguage>('dialect');
  const query = useQuery('guides.listRecordings', {});
  const first = query.data && { rows: query.data.rows, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('guides.listRecordings', { cursor });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.rows, next: answer.data.next } };
  });
  if (query.error?.code === 'FORBIDDEN' || query.error?.code === 'NOT_SIGNED_IN') {
    return (
      <Screen title={recording.title}>
        <Notice icon="lock" title={recording.notStaff} hint={recording.notStaffHint} />
      </Screen>
    );
  }
  return (
    <Screen title={recording.title}>
      <Heading title={recording.heading} hint={recording.hint} />
      <Segments
        id="language"
        label={recording.whichVoice}
        choices={audioLanguages.map((value) => ({ value, text: recording.voices[value] }))}
        value={language}
        onChange={setLanguage}
      />
      <Segments
        id="audience"
        label={recording.forWhom}
        choices={audiences.map((value) => ({ value, text: guides.audiences[value] }))}
        value={audience}
        onChange={setAudience}
      />
      <Loaded query={query} skeleton={4}>
        {() => (
          <>
            <Guides key={audience} audience={audience} language={language} rows={more.rows} />
            <MoreButton more={more} />
          </>
        )}
      </Loaded>
    </Screen>
  );
}

function Guides(props: { audience: Audience; language: AudioLanguage; rows: readonly Row[] }) {
  const { audience, language, rows } = props;
  const query = useQuery('guides.listGuides', { audience });
  const first = query.data && { rows: query.data.guides, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('guides.listGuides', { audience, cursor });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.guides, next: answer.data.next } };
  });
  return (
    <Loaded query={query} skeleton={3}>
      {() =>
        more.rows.length === 0 ? (
          <Notice icon="headphones" title={recording.none} hint={recording.noneHint} />
        ) : (
          <>
            {more.rows.map((guide) => {
              const own = rows.filter(
                (row) => row.guideId === guide.id && row.language === language,
              );
              const { text, icon } = standingOf(guide, own);
              return (
                <BigAction
                  key={guide.id}
                  id={`record-${guide.id}`}
                  icon={icon}
                  tone={icon === 'ear' ? 'coming' : 'act'}
                  title={guide.title}
                  hint={text}
                  onTap={() => open('recordGuide', { id: guide.id, language })}
                />
              );
            })}
            <MoreButton more={more} />
          </>
        )
      }
    </Loaded>
  );
}

function standingOf({ version, blocks }: GuideSummary, rows: readonly Row[]) {
  const row = rows.find((one) => one.version === version);
  if (!row)
    return { text: rows.length > 0 ? recording.old : recording.fresh, icon: 'mic' as const };
  if (row.state === 'ready') return { text: recording.ready, icon: 'circle-check' as const };
  if (row.recorded < blocks) {
    return { text: recording.part(row.recorded, blocks), icon: 'mic' as const };
  }
  return row.mine
    ? { text: recording.waits, icon: 'hourglass' as const }
    : { text: recording.toHear, icon: 'ear' as const };
}
