import { useState } from 'react';
import type { Urgency } from '@contract/enums';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { requests } from '@/wording/desk-lists';
import '../brings';
import { RequestCard } from './request-card';

/** Who waits, most pressing first; a person says how soon each should be seen. */
export default function RequestsPage() {
  const now = useServerNow();
  const query = useQuery('booking.listRequests', {});
  const first = query.data && { rows: query.data.requests, next: query.data.next };
  const more = useMore(first, query.savedAt, async (cursor: string) => {
    const answer = await call('booking.listRequests', { cursor });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.requests, next: answer.data.next } };
  });
  /** What was set on this page: the order holds until the list is read again. */
  const [set, setSet] = useState<Record<string, Urgency>>({});
  return (
    <Screen title={requests.title}>
      {query.error?.code === 'FORBIDDEN' || query.error?.code === 'NOT_SIGNED_IN' ? (
        <Notice icon="lock" title={requests.notStaff} hint={requests.notStaffHint} />
      ) : (
        <>
          <Heading title={requests.heading} hint={requests.hint} />
          <Loaded query={query} skeleton={4}>
            {() =>
              more.rows.length === 0 ? (
                <Notice icon="sun" title={requests.none} hint={requests.noneHint} />
              ) : (
                <>
                  <Line tone="quiet" icon="pencil" text={requests.written} />
                  {more.rows.map((request) => (
                    <RequestCard
                      key={request.id}
                      request={request}
                      now={now}
                      set={set[request.id]}
                      onSet={(urgency) => setSet({ ...set, [request.id]: urgency })}
                    />
                  ))}
                  <MoreButton more={more} />
                </>
              )
            }
          </Loaded>
        </>
      )}
    </Screen>
  );
}
