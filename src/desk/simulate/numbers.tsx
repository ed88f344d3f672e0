import type { PrioritySettings } from '@contract/waitlist';
import { OneOf } from '../hours/pickers';
import { fairRule } from '@/wording/fair-rule';

/** What an administrator tries: the rule, and how many ask. */
export interface Trial {
  settings: PrioritySettings;
  requestsAWeek: number;
}

const tenths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const releases = [12, 24, 36, 48, 72, 96, 120, 168];
const days = [0, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90];

interface Props {
  trial: Trial;
  placesAWeek: number;
  onChange: (trial: Trial) => void;
}

/** Every number of the rule as a wheel, points in the days of waiting that they stand for. */
export function Numbers({ trial, placesAWeek, onChange }: Props) {
  const { settings, requestsAWeek } = trial;
  const set = (change: Partial<PrioritySettings>) =>
    onChange({ ...trial, settings: { ...settings, ...change } });
  const daysOf = (points: number) => Math.round(points / settings.pointsPerDay);
  const points = (name: 'urgentPoints' | 'soonPoints' | 'firstPoints', title: string) => (
    <OneOf
      id={`set-${name}`}
      title={title}
      values={withValue(days, daysOf(settings[name]))}
      nameOf={fairRule.days}
      value={daysOf(settings[name])}
      onChange={(chosen) => set({ [name]: Math.min(1000, chosen * settings.pointsPerDay) })}
    />
  );
  return (
    <>
      <OneOf
        id="set-demand"
        title={fairRule.demand}
        values={withValue(demandsAround(placesAWeek), requestsAWeek)}
        nameOf={fairRule.families}
        value={requestsAWeek}
        onChange={(chosen) => onChange({ ...trial, requestsAWeek: chosen })}
      />
      <OneOf
        id="set-share"
        title={fairRule.share}
        values={withValue(tenths, settings.reservedShare * 10)}
        nameOf={fairRule.shareOf}
        value={settings.reservedShare * 10}
        onChange={(chosen) => set({ reservedShare: chosen / 10 })}
      />
      <OneOf
        id="set-release"
        title={fairRule.release}
        values={withValue(releases, settings.releaseHours)}
        nameOf={fairRule.hours}
        value={settings.releaseHours}
        onChange={(chosen) => set({ releaseHours: chosen })}
      />
      {points('urgentPoints', fairRule.urgent)}
      {points('soonPoints', fairRule.soon)}
      {points('firstPoints', fairRule.first)}
    </>
  );
}

/** The choices, with what is set at the moment among them. */
function withValue(values: readonly number[], value: number): number[] {
  return [...new Set([...values, value])].sort((one, other) => one - other);
}

/** From half of what there is to twice as much. */
function demandsAround(placesAWeek: number): number[] {
  const parts = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2];
  return [...new Set(parts.map((part) => Math.max(1, Math.round(placesAWeek * part))))];
}
