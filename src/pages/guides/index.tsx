import { View } from '@tarojs/components';
import { useDidShow, useShareAppMessage } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { OutputOf } from '@contract';
import { audiences, type Audience } from '@contract/guides';
import { recordsFor } from '@rules/recordings';
import { save, readSaved } from '@/cloud/cache';
import { call } from '@/cloud/call';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { BigAction } from '@/components/big-action';
import { GuideCard } from '@/components/guide-card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { Segments } from '@/components/segments';
import { DirectoryWay, PhonesWay } from '@/components/ways';
import { forgetGone, forgetWithdrawn } from '@/session/kept-guides';
import { useHeardGuides, useReading } from '@/session/reading';
import { open } from '@/session/routes';
import { useTownship } from '@/session/session';
import { usePerson } from '@/session/use-person';
import { common } from '@/wording/common';
import { guides } from '@/wording/guides';
import { PackCard } from './pack-card';
import { Found, SearchBar } from './search';

/** What there is to hear: by what somebody noticed, by who they are, or by plain words. */
export default function GuidesPage() {
  const { role, posts = [] } = usePerson().person;
  const [picked, setPicked] = useState<Audience>();
  const [asked, setAsked] = useState<string>();
  const audience = picked ?? audienceOf(role);
  const learn = useReading((reading) => reading.learn);
  useDidShow(() => void learn());
  useShareAppMessage(() => ({ title: guides.heading, path: '/pages/guides/index' }));
  return (
    <Screen title={common.tabs.guides} tab="guides">
      <Heading title={guides.heading} hint={guides.hint} />
      {asked === undefined ? (
        <BigAction
          id="go-signs"
          icon="eye"
          tone="coming"
          title={guides.noticed}
          hint={guides.noticedHint}
          onTap={() => open('signs', { who: audience === 'teacher' ? 'teacher' : 'caregiver' })}
        />
      ) : null}
      {asked === undefined ? (
        <BigAction
          id="go-courses"
          icon="list-ordered"
          title={guides.courses}
          hint={guides.coursesHint}
          onTap={() => open('courses')}
        />
      ) : null}
      {recordsFor(posts) === undefined ? null : (
        <BigAction
          id="go-record"
          icon="mic"
          tone="people"
          title={guides.record}
          hint={guides.recordHint}
          onTap={() => open('recordList')}
        />
      )}
      <SearchBar asked={asked} onAsk={setAsked} />
      {asked ? (
        <Found asked={asked} first={audience} />
      ) : (
        <>
          <Segments
            id="audience"
            label={guides.forWhom}
            choices={audiences.map((value) => ({ value, text: guides.audiences[value] }))}
            value={audience}
            onChange={setPicked}
          />
          <GuideList key={audience} audience={audience} />
        </>
      )}
      <View className="t-heading">{guides.otherWays}</View>
      <DirectoryWay />
      <PhonesWay />
    </Screen>
  );
}

/** Who works with pupils hears what is for teachers. */
function audienceOf(role: string | undefined): Audience {
  if (role === 'parent') return 'parent';
  return role === undefined || role === 'caregiver' ? 'caregiver' : 'teacher';
}

function GuideList({ audience }: { audience: Audience }) {
  const township = useTownship();
  const question = { audience, township };
  const query = useQuery('guides.listGuides', question);
  const first = query.data && { rows: query.data.guides, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('guides.listGuides', { ...question, cursor });
    if (answer.ok) save('guides.listGuides', { ...question, cursor }, answer.data);
    const kept = readSaved('guides.listGuides', { ...question, cursor })?.data;
    const page = answer.ok ? answer.data : kept;
    if (!answer.ok && !page) return answer;
    return { ok: true, data: { rows: page?.guides ?? [], next: page?.next } };
  });
  useContact(audience, query.loading || query.error ? undefined : query.data);
  const heard = useHeardGuides();
  return (
    <Loaded query={query} skeleton={4}>
      {() =>
        more.rows.length === 0 ? (
          <Notice icon="headphones" title={guides.empty} hint={guides.emptyHint} />
        ) : (
          <>
            {more.rows.map((guide) => (
              <GuideCard key={guide.id} guide={guide} heard={heard(guide)} />
            ))}
            <MoreButton more={more} />
            <PackCard audience={audience} list={more.rows} />
          </>
        )
      }
    </Loaded>
  );
}

/** A list that has just come: what was withdrawn is forgotten, of a whole one whatever it has no more. */
function useContact(audience: Audience, fresh: OutputOf<'guides.listGuides'> | undefined): void {
  useEffect(() => {
    forgetGone(fresh?.gone);
    if (fresh && fresh.next === undefined) forgetWithdrawn(audience, fresh.guides);
  }, [audience, fresh]);
}
