import { View } from '@tarojs/components';
import type { DayEntry, DayPlan } from '@contract/visits';
import { addDays, dayOf } from '@rules/dates';
import { open } from '@/session/routes';
import { desk } from '@/wording/desk';
import { placeNames, relationNames, worryNames } from '@/wording/names';
import { deskTime, longDate, whenText } from '@/wording/when';
import { Card } from '../card';
import { Chip } from '../chip';
import { Icon } from '../icon';
import { Notice } from '../notice';
import './index.scss';

interface Props {
  plan: DayPlan;
  now: number;
  onDay: (day: string) => void;
}

/** A counsellor's day: who comes when and why; free places between. */
export function DayBoard({ plan, now, onDay }: Props) {
  const today = dayOf(now);
  const visits = plan.entries.filter((entry) => entry.visit).length;
  const free = plan.entries.filter((entry) => entry.state === 'free').length;
  return (
    <>
      <View className="row row--between">
        <Turn
          id="day-before"
          icon="chevron-left"
          label={desk.previous}
          onTap={() => onDay(addDays(plan.day, -1))}
        />
        <View
          id="day-today"
          className="day-board__date"
          ariaRole="button"
          ariaLabel={`${longDate(plan.day)}，${desk.summary(visits, free)}，${desk.backToToday}`}
          onClick={() => onDay(today)}
        >
          <View className="t-heading">{longDate(plan.day)}</View>
          <View className="t-small t-quiet">
            {plan.day === today ? `${desk.today} · ` : ''}
            {desk.summary(visits, free)}
          </View>
        </View>
        <Turn
          id="day-after"
          icon="chevron-right"
          label={desk.next}
          onTap={() => onDay(addDays(plan.day, 1))}
        />
      </View>
      <Fresh plan={plan} now={now} />
      {plan.entries.length === 0 ? (
        <Notice icon="sun" title={desk.empty} hint={desk.emptyHint} />
      ) : (
        plan.entries.map((entry) => (
          <Entry key={entry.slotId} entry={entry} day={plan.day} now={now} />
        ))
      )}
    </>
  );
}

/** How many of the newest bookings are named; the others are only counted. */
const freshShown = 3;

/** What was booked lately for other days, the newest first: nothing arrives unseen. */
function Fresh({ plan, now }: { plan: DayPlan; now: number }) {
  if (plan.fresh.length === 0) return null;
  return (
    <Card tone="coming">
      <View className="t-small">{desk.freshlyBooked(plan.fresh.length)}</View>
      {plan.fresh.slice(0, freshShown).map((entry) => (
        <View
          key={entry.slotId}
          id={`fresh-${entry.slotId}`}
          className="day-board__fresh"
          hoverClass="card--pressed"
          ariaRole="button"
          onClick={() => open('visit', { day: entry.day, slot: entry.slotId })}
        >
          <View className="grow">
            <View className="t-strong">{whenText(entry.start, now)}</View>
            <View className="t-small">
              {entry.visit?.nickname} · {placeNames[entry.kind]}
            </View>
          </View>
          <Icon name="chevron-right" size="small" />
        </View>
      ))}
    </Card>
  );
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

/** A booking counts as new for a quarter of an hour, ms. */
const newMs = 15 * 60_000;

function Entry({ entry, day, now }: { entry: DayEntry; day: string; now: number }) {
  const { visit } = entry;
  if (!visit) {
    return (
      <View className="day-board__free">
        <View className="day-board__time">{deskTime(entry.start)}</View>
        <View className="grow">
          <View className="t-strong">{entry.state === 'held' ? desk.held : desk.free}</View>
          <View className="t-small t-quiet">{entry.placeName}</View>
        </View>
      </View>
    );
  }
  const about = [
    visit.visitNumber === 1 ? desk.first : desk.again,
    desk.withText(relationNames[visit.relation]),
    visit.worries.map((worry) => worryNames[worry]).join('、') || desk.noWorries,
  ].join(' · ');
  return (
    <Card
      id={`entry-${entry.slotId}`}
      label={`${deskTime(entry.start)}，${visit.nickname}，${about}`}
      onTap={() => open('visit', { day, slot: entry.slotId })}
    >
      <View className="row">
        <View className="day-board__time">{deskTime(entry.start)}</View>
        <View className="grow">
          <View className="row row--between">
            <View className="row">
              <View className="t-strong">{visit.nickname}</View>
              {now - visit.bookedAt < newMs ? <Chip tone="coming" text={desk.fresh} /> : null}
            </View>
            <Chip tone="people" text={placeNames[entry.kind]} />
          </View>
          <View className="t-small t-quiet">{about}</View>
        </View>
      </View>
    </Card>
  );
}
