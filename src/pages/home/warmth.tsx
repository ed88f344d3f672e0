import { View } from '@tarojs/components';
import type { Role } from '@contract/enums';
import type { Child } from '@contract/family';
import type { DayMood, HomeWarmth } from '@contract/warmth';
import { dayOf } from '@rules/dates';
import { weeksOf } from '@rules/warmth';
import { BigAction } from '@/components/big-action';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { MoodFace, MoodRow } from '@/components/mood-face';
import { Line } from '@/components/notice';
import { open } from '@/session/routes';
import { useUnsent } from '@/session/queue';
import { warmth as words } from '@/wording/warmth';
import { clockTime, dayName, weekdayNames, whenText } from '@/wording/when';
import './warmth.scss';

interface Props {
  role: Role | undefined;
  child: Child;
  warmth: HomeWarmth;
  now: number;
}

/** What waits between this child and its parents, above everything one might come for. */
export function Waiting({ role, child, warmth, now }: Props) {
  const { id: childId, nickname } = child;
  const { answer, call, waiting } = warmth;
  const asked = call?.ask !== undefined || (call?.state === 'proposed' && !call.mine);
  return (
    <>
      {role !== 'parent' && waiting.length > 0 ? (
        <BigAction
          id={`hear-${childId}`}
          icon="headphones"
          tone="people"
          title={words.hear(waiting)}
          hint={words.hearHint(nickname)}
          onTap={() => open('corner', { childId })}
        />
      ) : null}
      {answer ? (
        <BigAction
          id={`answer-${childId}`}
          icon={answer.face ? 'smile' : 'volume-2'}
          tone="coming"
          title={
            answer.face
              ? words.answeredFace(nickname)
              : words.answeredVoice(nickname, answer.seconds ?? 0)
          }
          hint={whenText(answer.at, now)}
          onTap={() => open('timeline', { childId })}
        />
      ) : null}
      {asked ? <Call child={child} warmth={warmth} now={now} /> : null}
    </>
  );
}

/** How the child is: to say it at home, to see it from afar. */
export function HowIs({ only, ...props }: Props & { only: boolean }) {
  const { role, warmth, child, now } = props;
  const asked = warmth.call?.ask !== undefined || warmth.call?.state === 'proposed';
  return (
    <>
      {role === 'parent' ? <Week {...props} /> : <Today {...props} />}
      {role === 'parent' ? (
        <BigAction
          id={`note-${child.id}`}
          icon="mic"
          tone={only ? 'main' : 'act'}
          title={words.send(child.nickname)}
          hint={warmth.quiet ? words.sendQuiet(child.nickname) : words.sendHint}
          onTap={() => open('note', { childId: child.id })}
        />
      ) : null}
      {asked && !warmth.call?.mine ? null : <Call child={child} warmth={warmth} now={now} />}
    </>
  );
}

/** Faces that are still on their way count as said. */
function useDays(childId: string, days: DayMood[]): DayMood[] {
  const unsent = useUnsent(childId).flatMap(({ input }) =>
    'day' in input ? [{ day: input.day, face: input.face }] : [],
  );
  return [...days, ...unsent];
}

function Today({ child, warmth, now }: Props) {
  const { id: childId, nickname } = child;
  const today = dayOf(now);
  const face = useDays(childId, warmth.days)
    .filter(({ day }) => day === today)
    .at(-1)?.face;
  const unsent = useUnsent(childId).length > 0;
  return (
    <Card>
      <View className="stack">
        <View className="t-heading">
          {face ? words.howIsDone(nickname) : words.howIs(nickname)}
        </View>
        <MoodRow
          id={`mood-${childId}`}
          label={words.howIs(nickname)}
          chosen={face}
          onTap={(mood) => open('mood', { childId, face: mood })}
        />
        {unsent ? <Line icon="send" text={words.unsent} /> : null}
        <Button
          id={`weeks-${childId}`}
          look="quiet"
          icon="calendar-clock"
          label={words.seeMore}
          onTap={() => open('timeline', { childId })}
        />
      </View>
    </Card>
  );
}

function Week({ child, warmth, now }: Props) {
  const { id: childId, nickname } = child;
  const today = dayOf(now);
  const [week = []] = weeksOf(useDays(childId, warmth.days), today, 1);
  const { said } = warmth;
  return (
    <Card
      id={`week-${childId}`}
      label={`${words.week(nickname)}，${words.seeMore}`}
      onTap={() => open('timeline', { childId })}
    >
      <View className="stack">
        <View className="t-heading">{words.week(nickname)}</View>
        <View className="home-week">
          {week.map(({ day, face, ahead }, number) => (
            <View key={day} className="home-week__day">
              {face ? (
                <MoodFace of={face} />
              ) : (
                <View className={`home-week__blank${ahead ? ' home-week__blank--ahead' : ''}`} />
              )}
              <View className="t-small t-quiet">{(weekdayNames[number + 1] ?? '').slice(1)}</View>
            </View>
          ))}
        </View>
        {said ? (
          <View>
            {said.words}
            <View className="t-small t-quiet">
              {words.says(said.by)} · {dayName(said.day, today)}
            </View>
          </View>
        ) : null}
        {warmth.days.length === 0 ? (
          <View className="t-small t-quiet">{words.weekEmpty}</View>
        ) : null}
      </View>
    </Card>
  );
}

function Call({ child, warmth, now }: Pick<Props, 'child' | 'warmth' | 'now'>) {
  const { id: childId, nickname } = child;
  const { call } = warmth;
  const go = () => open('calls', { childId });
  const id = `calls-${childId}`;
  const icon = 'phone-call';
  if (!call) {
    const title = words.call(nickname);
    return <BigAction {...{ id, icon, title }} hint={words.callHint} onTap={go} />;
  }
  if (call.ask !== undefined) {
    const title = words.callAsk(whenText(call.ask, now));
    return <BigAction {...{ id, icon, title }} tone="coming" onTap={go} />;
  }
  const when = call.weekly
    ? `每${weekdayNames[call.weekday] ?? ''}${clockTime(call.next)}`
    : whenText(call.next, now);
  if (call.state === 'agreed') {
    const title = words.callAt(when);
    return (
      <BigAction {...{ id, icon, title }} hint={words.callStarters} tone="people" onTap={go} />
    );
  }
  const hint = call.mine ? words.callProposedMine : words.callProposedHint;
  const tone = call.mine ? 'people' : 'coming';
  return <BigAction {...{ id, icon, hint, tone }} title={words.callProposed(when)} onTap={go} />;
}
