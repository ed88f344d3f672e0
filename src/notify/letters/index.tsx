import { View } from '@tarojs/components';
import type { DeadLetter } from '@contract/push';
import { call } from '@/cloud/call';
import { useServerNow } from '@/cloud/clock';
import { useMore } from '@/cloud/use-more';
import { useQuery } from '@/cloud/use-query';
import { useWrite } from '@/cloud/use-write';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { MoreButton } from '@/components/more';
import { Line, Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { pushes as words } from '@/wording/pushes';
import { savedText } from '@/wording/when';
import '../brings';

/** What WeChat has given back for good: by template and reason, nobody's name. */
export default function LettersPage() {
  const query = useQuery('notify.listDeadLetters', {});
  const first = query.data && { rows: query.data.letters, next: query.data.next };
  const more = useMore(first, query.savedAt, async (before: number) => {
    const answer = await call('notify.listDeadLetters', { before });
    if (!answer.ok) return answer;
    return { ok: true, data: { rows: answer.data.letters, next: answer.data.next } };
  });
  return (
    <Screen title={words.lettersTitle}>
      <Heading title={words.lettersHeading} hint={words.lettersHint} />
      <Loaded query={query}>
        {({ missing }) => (
          <>
            {missing.length > 0 ? (
              <Line
                icon="info"
                tone="quiet"
                text={words.missing(missing.map((one) => words.templates[one].name).join('、'))}
              />
            ) : null}
            {more.rows.length === 0 ? (
              <Notice icon="check" title={words.lettersNone} hint={words.lettersNoneHint} />
            ) : (
              more.rows.map((letter) => (
                <LetterCard key={letter.id} letter={letter} onSent={query.reload} />
              ))
            )}
            <MoreButton more={more} />
          </>
        )}
      </Loaded>
    </Screen>
  );
}

function LetterCard({ letter, onSent }: { letter: DeadLetter; onSent: () => void }) {
  const now = useServerNow();
  const { busy, failed, write } = useWrite();
  const { id, template, tries, at } = letter;
  return (
    <Card>
      <View className="stack">
        <View>
          <View className="t-strong">{words.templates[template].name}</View>
          <View>{words.letter(letter)}</View>
          <View className="t-small t-quiet">
            {savedText(at, now)} · {words.tries(tries)}
          </View>
        </View>
        {failed ? <Line tone="alarm" icon="circle-alert" text={failed} /> : null}
        <Button
          id={`again-${id}`}
          look="soft"
          icon="refresh-cw"
          label={words.again}
          busy={busy}
          onTap={() =>
            void write('notify.sendAgain', { id }).then((answer) => {
              if (answer.ok) onSent();
            })
          }
        />
      </View>
    </Card>
  );
}
