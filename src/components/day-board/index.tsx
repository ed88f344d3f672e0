import { View } from '@tarojs/components';
import type { DayPlan } from '@contract/day';
import { addDays, dayOf } from '@rules/dates';
import { desk } from '@/wording/desk';
import { longDate } from '@/wording/when';
import { Icon } from '../icon';
import { Notice } from '../notice';
import { Entry, Free } from './entry';
import { Fresh } from './fresh';
import { Group, Homes } from './gathered';
import { countsOf, linesOf, type BoardLine } from './lines';
import './index.scss';

interface Props {
  plan: DayPlan;
  now: number;
  onDay: (day: string) => void;
}

/** A counsellor's day: who comes when and why; free places between. */
export function DayBoard({ plan, now, onDay }: Props) {
  const { day, entries } = plan;
  const today = dayOf(now);
  const { visits, free } = countsOf(entries);
  return (
    <>
      <View className="row row--between">
        <Turn
          id="day-before"
          icon="chevron-left"
          label={desk.previous}
          onTap={() => onDay(addDays(day, -1))}
        />
        <View
          id="day-today"
          className="day-board__date"
          ariaRole="button"
          ariaLabel={`${longDate(day)}，${desk.summary(visits, free)}，${desk.backToToday}`}
          onClick={() => onDay(today)}
        >
          <View className="t-heading">{longDate(day)}</View>
          <View className="t-small t-quiet">
            {day === today ? `${desk.today} · ` : ''}
            {desk.summary(visits, free)}
          </View>
        </View>
        <Turn
          id="day-after"
          icon="chevron-right"
          label={desk.next}
          onTap={() => onDay(addDays(day, 1))}
        />
      </View>
      <Fresh plan={plan} now={now} />
      {entries.length === 0 ? (
        <Notice icon="sun" title={desk.empty} hint={desk.emptyHint} />
      ) : (
        linesOf(entries).map((line) => (
          <Line key={`${line.kind}-${line.start}`} line={line} day={day} now={now} />
        ))
      )}
    </>
  );
}

function Line({ line, day, now }: { line: BoardLine; day: string; now: number }) {
  switch (line.kind) {
    case 'visit':
      return <Entry entry={line.entry} day={day} now={now} />;
    case 'free':
      return <Free entry={line.entry} now={now} />;
    case 'group':
      return <Group line={line} day={day} now={now} />;
    case 'homes':
      return <Homes line={line} day={day} now={now} />;
  }
}

interface TurnProps {
  id: string;
  icon: 'chevron-left' | 'chevron-right';
  label: string;
  onTap: () => void;
}

function Turn({ id, icon, label, onTap }: TurnProps) {
  return (
    <View
      id={id}
      className="day-board__turn"
      hoverClass="card--pressed"
      ariaRole="button"
      ariaLabel={label}
      onClick={onTap}
    >
      <Icon name={icon} />
    </View>
  );
}
