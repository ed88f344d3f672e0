import { View } from '@tarojs/components';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { safety } from '@/wording/safety';
import { savedText } from '@/wording/when';
import { ForStaff } from '../parts/for-staff';
import { CopyRows } from './copy-rows';

/** Enough to find the line again on the screen; what is copied is whole. */
const headShown = 16;

/** The seal of every history: kept elsewhere, it shows later that nothing was changed or cut off. */
export function Heads() {
  const now = useServerNow();
  const query = useQuery('safety.showChainHeads', {});
  const first = query.data && { rows: query.data.heads, next: query.data.next };
  const more = useMore(first, query.savedAt, async (before: string) => {
    const answer = await call('safety.showChainHeads', { before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.heads, next: answer.data.next } };
  });
  const lines = more.rows.map(({ id, steps, head, at }) =>
    [new Date(at).toISOString(), id, steps, head].join('\t'),
  );
  return (
    <>
      <Heading title={safety.headsHeading} hint={safety.headsHint} />
      <ForStaff query={query} skeleton={4}>
        {() =>
          more.rows.length === 0 ? (
            <Notice icon="inbox" title={safety.headsNone} />
          ) : (
            <>
              <CopyRows lines={lines} />
              {more.rows.map(({ id, steps, head, at }) => (
                <Card key={id}>
                  <View className="t-strong">{head.slice(0, headShown)}</View>
                  <View className="t-small t-quiet">{safety.head(steps, savedText(at, now))}</View>
                </Card>
              ))}
              <MoreButton more={more} />
            </>
          )
        }
      </ForStaff>
    </>
  );
}
