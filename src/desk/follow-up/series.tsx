import { View } from '@tarojs/components';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Choice } from '@/components/choice';
import { Line } from '@/components/notice';
import { Tile } from '@/components/tile';
import { nextWords } from '@/wording/desk-next';
import { clockTime, longDate } from '@/wording/when';
import { mostTimes, type Repeat } from './plan';
import type { SeriesLine } from './use-series';

const repeats: Repeat[] = ['once', 'weekly', 'twoWeekly'];

interface RepeatProps {
  repeat: Repeat;
  times: number;
  onChange: (repeat: Repeat, times: number) => void;
}

/** Once, or a series; how many visits it has. */
export function RepeatChoice({ repeat, times, onChange }: RepeatProps) {
  return (
    <>
      <View className="t-heading">{nextWords.repeat}</View>
      <View className="grid-3" ariaRole="radiogroup">
        {repeats.map((one) => (
          <Tile
            key={one}
            id={`repeat-${one}`}
            kind="radio"
            label={nextWords.repeats[one]}
            selected={one === repeat}
            onTap={() => onChange(one, times)}
          />
        ))}
      </View>
      {repeat === 'once' ? null : (
        <View className="grid-3" ariaRole="radiogroup">
          {Array.from({ length: mostTimes - 1 }, (_, index) => index + 2).map((count) => (
            <Tile
              key={count}
              id={`times-${count}`}
              kind="radio"
              label={nextWords.times(count)}
              selected={count === times}
              onTap={() => onChange(repeat, count)}
            />
          ))}
        </View>
      )}
    </>
  );
}

/** The visits of the series, each with how it stands. */
export function Series({ lines }: { lines: SeriesLine[] }) {
  return (
    <Card>
      <View className="stack">
        <View className="t-small t-quiet">{nextWords.plan}</View>
        {lines.map((line) => (
          <View key={line.day} id={`series-${line.day}`}>
            <View className="row row--between">
              <View className="grow">
                <View className="t-strong">{longDate(line.day)}</View>
                {line.place ? (
                  <View className="t-small t-quiet">{clockTime(line.place.start)}</View>
                ) : null}
              </View>
              <Mark line={line} />
            </View>
            {line.message && line.state === 'failed' ? (
              <Line tone="alarm" icon="circle-alert" text={line.message} />
            ) : null}
            {line.state === 'looking' ? (
              <Line tone="quiet" icon="clock" text={nextWords.looking} />
            ) : null}
            {line.state === 'none' ? (
              <Line tone="quiet" icon="calendar-x" text={nextWords.noPlace} />
            ) : null}
            {line.state === 'notRead' && line.reload ? (
              <Choice
                id={`reload-${line.day}`}
                icon="refresh-cw"
                title={nextWords.notRead}
                onTap={line.reload}
              />
            ) : null}
          </View>
        ))}
      </View>
    </Card>
  );
}

function Mark({ line }: { line: SeriesLine }) {
  switch (line.state) {
    case 'busy':
      return <Chip tone="plain" text={nextWords.booking} />;
    case 'booked':
      return <Chip text={nextWords.booked} />;
    case 'awaiting':
      return <Chip tone="coming" text={nextWords.awaiting} />;
    case 'taken':
      return <Chip tone="coming" text={nextWords.taken} />;
    case 'failed':
      return <Chip tone="alarm" text={nextWords.failed} />;
    default:
      return null;
  }
}
