import { View } from '@tarojs/components';
import type { Child } from '@contract/family';
import { moods, type Mood } from '@contract/enums';
import type { HomeWarmth } from '@contract/warmth';
import { useServerNow } from '@/cloud/clock';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Fact } from '@/components/fact';
import { Heading } from '@/components/heading';
import { Loaded } from '@/components/loaded';
import { Notice } from '@/components/notice';
import { Screen } from '@/components/screen';
import { open } from '@/session/routes';
import { useHome } from '@/session/use-home';
import { pushes as words } from '@/wording/pushes';
import { whenText } from '@/wording/when';
import '../brings';

/** The week from afar: how each child is, one thing to say, the next call. Shown offline from the last time. */
export default function WeekPage() {
  const query = useHome();
  return (
    <Screen title={words.weekTitle}>
      <Loaded query={query}>
        {({ children, warmth = [] }) => {
          const own = children.filter(({ standing }) => standing !== 'proxy');
          if (own.length === 0) {
            return <Notice icon="smile" title={words.weekEmpty} hint={words.weekEmptyHint} />;
          }
          return own.map((child) => (
            <OfChild
              key={child.id}
              child={child}
              warmth={warmth.find(({ childId }) => childId === child.id)}
            />
          ));
        }}
      </Loaded>
    </Screen>
  );
}

function OfChild({ child, warmth }: { child: Child; warmth: HomeWarmth | undefined }) {
  const now = useServerNow();
  const days = warmth?.days ?? [];
  const face = mostly(days.map((day) => day.face));
  const how = face ? words.weekMostly(words.faces[face], days.length) : words.weekNone;
  const saying = words.sayings[face ?? 'none'];
  const next = warmth?.call;
  return (
    <View className="stack">
      <Heading
        title={words.weekHeading(child.nickname)}
        spoken={[words.weekHeading(child.nickname), how, words.weekSay, saying].join('。')}
      />
      <Card>
        <View className="stack">
          <Fact icon="smile">{how}</Fact>
          {warmth?.said ? (
            <Fact icon="message-circle" title={words.weekSaid}>
              {warmth.said.words}
            </Fact>
          ) : null}
          <Fact icon="hand-heart" title={words.weekSay}>
            {saying}
          </Fact>
          <Fact icon="phone-call" title={words.weekCall}>
            {next ? whenText(next.next, now) : words.weekNoCall}
          </Fact>
        </View>
      </Card>
      <Button
        id={`note-${child.id}`}
        look="soft"
        icon="mic"
        label={words.leaveNote}
        onTap={() => open('note', { childId: child.id })}
      />
      <Button
        id={`calls-${child.id}`}
        look="line"
        icon="phone-call"
        label={words.planCall}
        onTap={() => open('calls', { childId: child.id })}
      />
    </View>
  );
}

/** The face that was seen most; of two that were seen as often, the one that needs more. */
function mostly(faces: readonly Mood[]): Mood | undefined {
  const count = (mood: Mood) => faces.filter((face) => face === mood).length;
  const [most] = [...moods].reverse().sort((a, b) => count(b) - count(a));
  return most && count(most) > 0 ? most : undefined;
}
