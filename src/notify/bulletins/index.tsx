import { View } from '@tarojs/components';
import type { Bulletin } from '@contract/push';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { pushes as words } from '@/wording/pushes';
import { savedText, whenText } from '@/wording/when';
import '../brings';

/** Guides that were sent to a township or the county, and what came of it. */
export default function BulletinsPage() {
  const query = useQuery('notify.listBulletins', {});
  const first = query.data && { rows: query.data.bulletins, next: query.data.next };
  const more = useMore(first, query.savedAt, async (before: number) => {
    const answer = await call('notify.listBulletins', { before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.bulletins, next: answer.data.next } };
  });
  return (
    <Screen
      title={words.bulletinsTitle}
      footer={
        <Button
          id="new-bulletin"
          icon="send"
          label={words.newBulletin}
          onTap={() => open('sendBulletin')}
        />
      }
    >
      <Heading title={words.bulletinsHeading} hint={words.bulletinsHint} />
      <Loaded query={query}>
        {() =>
          more.rows.length === 0 ? (
            <Notice icon="send" title={words.bulletinsNone} hint={words.bulletinsNoneHint} />
          ) : (
            <>
              {more.rows.map((bulletin) => (
                <BulletinCard key={bulletin.id} bulletin={bulletin} onChanged={query.reload} />
              ))}
              <View className="t-small t-quiet">{words.notReachableHint}</View>
              <MoreButton more={more} />
            </>
          )
        }
      </Loaded>
    </Screen>
  );
}

function BulletinCard({ bulletin, onChanged }: { bulletin: Bulletin; onChanged: () => void }) {
  const now = useServerNow();
  const { busy, failed, write } = useWrite();
  const { id, title, audience, township, at, underWay, withdrawn } = bulletin;
  const regions = useQuery('directory.listRegions', township === undefined ? undefined : {});
  const where =
    township === undefined
      ? words.wholeCounty
      : regions.data?.townships.find(({ code }) => code === township)?.name;
  return (
    <Card>
      <View className="stack">
        <View>
          <View className="t-strong">《{title}》</View>
          <View className="t-small t-quiet">
            {[where, words.audiences[audience], at > now ? whenText(at, now) : savedText(at, now)]
              .filter(Boolean)
              .join(' · ')}
          </View>
        </View>
        <View className="row row--wrap">
          {(['reached', 'notReachable', 'opened'] as const).map((figure) => (
            <Chip
              key={figure}
              tone={figure === 'opened' ? 'act' : 'plain'}
              text={`${words.figures[figure]} ${bulletin[figure]}`}
            />
          ))}
          {withdrawn ? <Chip tone="coming" text={words.withdrawn} /> : null}
          {underWay ? <Chip tone="coming" text={words.underWay} /> : null}
        </View>
        {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
        {underWay ? (
          <Button
            id={`withdraw-${id}`}
            look="line"
            icon="x"
            label={words.withdraw}
            busy={busy}
            onTap={() =>
              void write('notify.withdrawBulletin', { id }).then((answer) => {
                if (answer.ok) onChanged();
              })
            }
          />
        ) : null}
      </View>
    </Card>
  );
}
