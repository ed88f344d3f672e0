import { View } from '@tarojs/components';
import type { OutputOf } from '@contract';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { Heading } from '@/components/heading';
import { MoreButton } from '@/components/more';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { safety } from '@/wording/safety';
import '../brings';
import { ForStaff } from '../parts/for-staff';
import { RecordingCard } from './recording-card';

export type Unheard = OutputOf<'safety.listUnheard'>['recordings'][number];

/** Recordings without words: a person listens, by a deadline, and says what was heard in one tap. */
export default function UnheardPage() {
  const now = useServerNow();
  const query = useQuery('safety.listUnheard', {});
  const first = query.data && { rows: query.data.recordings, next: query.data.next };
  const more = useMore(first, query.savedAt, async (before: string) => {
    const answer = await call('safety.listUnheard', { before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.recordings, next: answer.data.next } };
  });
  return (
    <Screen title={safety.unheardTitle}>
      <ForStaff query={query} skeleton={4}>
        {() => (
          <>
            <Heading title={safety.unheardHeading} hint={safety.unheardIntro} />
            {more.rows.length === 0 ? (
              <Notice icon="headphones" title={safety.unheardNone} hint={safety.unheardNoneHint} />
            ) : (
              <View className="stack">
                {more.rows.map((one) => (
                  <RecordingCard key={one.ref} recording={one} now={now} />
                ))}
                <MoreButton more={more} />
              </View>
            )}
          </>
        )}
      </ForStaff>
    </Screen>
  );
}
