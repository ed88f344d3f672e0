import { View } from '@tarojs/components';
import type { DeskGuideView } from '@contract/publishing';
import { startOfDay } from '@rules/dates';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Fact } from '@/components/fact';
import { Line } from '@/components/notice';
import { publishing } from '@/wording/publishing';
import { fullDate, whenText } from '@/wording/when';

/** How a version stands: its state, who has signed, whom it waits for, and why it came back. */
export function Standing({ guide, now }: { guide: DeskGuideView; now: number }) {
  const { text, status, version, reviews, waitsFor, back, publishAt, reviewDueDay, mine } = guide;
  const { withdrawnFor } = guide;
  const made = reviews.some(({ demonstration }) => demonstration);
  return (
    <Card>
      <View className="stack">
        <View className="row row--wrap">
          <Chip text={publishing.statuses[status]} />
          <Chip tone="plain" text={publishing.version(version)} />
          <Chip tone="plain" text={publishing.audiences[text.audience]} />
          {text.crisisRelated ? <Chip tone="alarm" text={publishing.crisis} /> : null}
        </View>
        {back ? (
          <View id="back-reasons">
            <Fact icon="repeat" title={publishing.backBy(back.name)}>
              {back.reasons}
            </Fact>
          </View>
        ) : null}
        {withdrawnFor ? <Line icon="x" text={publishing.withdrawnFor(withdrawnFor)} /> : null}
        {waitsFor.length > 0 ? (
          <Line icon="hourglass" text={publishing.waitsFor(waitsFor)} />
        ) : null}
        {publishAt === undefined ? null : (
          <Line icon="clock" text={publishing.timed(whenText(publishAt, now))} />
        )}
        {status !== 'draft' && reviews.length > 0 ? (
          <View className="t-strong">{publishing.signed}</View>
        ) : null}
        {reviews.map(({ code, name, title, organisation, readers }) => (
          <Fact key={`${code}-${name}`} icon="badge-check" title={`${organisation} · ${title}`}>
            {[
              publishing.signedLine(code, name),
              ...(readers === undefined ? [] : [publishing.readTo(readers)]),
            ].join('，')}
          </Fact>
        ))}
        {made ? <Line tone="quiet" icon="info" text={publishing.demonstration} /> : null}
        {reviewDueDay === undefined ? null : (
          <Line
            tone="quiet"
            icon="calendar-check"
            text={publishing.dueOn(fullDate(startOfDay(reviewDueDay)))}
          />
        )}
        {mine && status === 'inReview' ? (
          <Line tone="quiet" icon="info" text={publishing.mine} />
        ) : null}
        {status === 'published' && guide.may.write ? (
          <Line tone="quiet" icon="info" text={publishing.changeHint} />
        ) : null}
      </View>
    </Card>
  );
}
