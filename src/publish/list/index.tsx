import { useState } from 'react';
import { deskLists, type DeskList } from '@contract/publishing';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Button } from '@/components/button';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { usePerson } from '@/session/use-person';
import { publishing } from '@/wording/publishing';
import '../brings';
import { ForDesk } from '../parts/for-desk';
import { Pills } from '@/components/pills';
import { RowCard } from './row-card';

/** The desk of guides: what waits for me first, then what lies where. */
export default function ListPage() {
  const { posts = [] } = usePerson().person;
  const [list, setList] = useState<DeskList>('mine');
  const now = useServerNow();
  const query = useQuery('guides.listDrafts', { list });
  const first = query.data && { rows: query.data.rows, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('guides.listDrafts', { list, cursor });
    return answer.ok
      ? { ok: true, data: { rows: answer.data.rows, next: answer.data.next } }
      : answer;
  });
  const administers = posts.some(({ role, schoolId }) => role === 'admin' && !schoolId);
  const writes = administers || posts.some(({ role }) => role === 'counsellor');
  const [none, noneHint] = publishing.empty[list];
  return (
    <Screen
      title={publishing.title}
      footer={
        writes ? (
          <Button
            id="write-new"
            icon="pencil"
            label={publishing.write}
            onTap={() => open('deskWrite')}
          />
        ) : undefined
      }
    >
      <ForDesk query={query}>
        <Heading title={publishing.heading} hint={publishing.hint} />
        {administers ? (
          <Button
            id="go-signers"
            look="soft"
            icon="user-round-check"
            label={publishing.signers}
            onTap={() => open('deskSigners')}
          />
        ) : null}
        <Pills
          id="list"
          label={publishing.listLabel}
          choices={deskLists.map((value) => ({ value, text: publishing.lists[value] }))}
          chosen={[list]}
          onTap={setList}
        />
        <Loaded query={query} skeleton={4}>
          {() =>
            more.rows.length === 0 && more.next === undefined ? (
              <Notice icon="inbox" title={none} hint={noneHint} />
            ) : (
              <>
                {more.rows.map((row) => (
                  <RowCard key={`${row.guideId}-${row.version}`} row={row} now={now} />
                ))}
                <MoreButton more={more} />
              </>
            )
          }
        </Loaded>
      </ForDesk>
    </Screen>
  );
}
