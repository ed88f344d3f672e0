import { View } from '@tarojs/components';
import { dayOf } from '@rules/dates';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Fact } from '@/components/fact';
import { Line } from '@/components/notice';
import { nextText, visitWords } from '@/wording/desk-visit';
import { visitStateNames } from '@/wording/names';
import { longDate } from '@/wording/when';
import type { ShownVisit } from '../parts/use-visit';

/** What was written down of this visit and of earlier ones, and what was to follow. */
export function Notes({ shown }: { shown: ShownVisit }) {
  const { note, next, earlier, partly } = shown;
  if (partly) return <Line tone="quiet" icon="lock" text={visitWords.partly} />;
  return (
    <>
      {note !== undefined || next !== undefined ? (
        <Card>
          <View className="stack">
            {note !== undefined ? (
              <Fact icon="notebook-pen" title={`${visitWords.note} · ${visitWords.only}`}>
                {note}
              </Fact>
            ) : null}
            {next ? (
              <Fact icon="repeat" title={visitWords.nextTitle}>
                {nextText(next)}
              </Fact>
            ) : null}
          </View>
        </Card>
      ) : null}
      {earlier.length > 0 ? <View className="t-heading">{visitWords.earlier}</View> : null}
      {earlier.map((one) => (
        <Card key={one.appointmentId}>
          <View className="row row--between">
            <View className="t-strong">{longDate(dayOf(one.start))}</View>
            <Chip tone="plain" text={visitStateNames[one.state]} />
          </View>
          {one.note === undefined ? null : <View>{one.note}</View>}
          {one.next && one.next.kind !== 'none' ? (
            <View className="t-small t-quiet">
              {visitWords.nextTitle}：{nextText(one.next)}
            </View>
          ) : null}
        </Card>
      ))}
    </>
  );
}
