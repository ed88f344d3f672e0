import { countyOf } from '@rules/reach';
import type { Measure } from '@rules/figures';
import { spreadKey } from '@rules/figures';
import { monthOfDay, quarterOfDay, yearOfDay } from '@rules/periods';

/** Where somebody lives and goes to school. */
export interface Place {
  township: string;
  schoolId?: string | null | undefined;
}

export const yearId = (scope: string, day: string) => `${scope}_${yearOfDay(day)}`;
export const quarterId = (county: string, quarter: string) => `${county}_${quarter}`;

/** What a day adds to each document of figures: path by path, added up before it is written. */
export class Increments {
  readonly byDocument = new Map<string, Record<string, number>>();
  private readonly month: string;
  private readonly quarter: string;

  constructor(private readonly day: string) {
    this.month = monthOfDay(day);
    this.quarter = quarterOfDay(day);
  }

  /** To the month of the place's county and school, and to the quarter of its township. */
  count(measure: Measure, place: Place, by = 1): void {
    this.countMonth(measure, place, by);
    this.countQuarter(measure, place, by);
  }

  countMonth(measure: Measure, { township, schoolId }: Place, by = 1): void {
    for (const scope of [countyOf(township), ...(schoolId ? [schoolId] : [])]) {
      this.add(yearId(scope, this.day), `months.${this.month}.counts.${measure}`, by);
    }
  }

  countQuarter(measure: Measure, { township }: Place, by = 1): void {
    this.add(this.quarterOf(township), `townships.${township}.counts.${measure}`, by);
  }

  /** Somebody's waiting has ended with a visit. */
  waited(days: number, { township }: Place, first: boolean): void {
    const key = spreadKey(days);
    this.add(this.quarterOf(township), `townships.${township}.waits.${key}`, 1);
    this.add(this.quarterOf(township), `groups.${first ? 'reserved' : 'others'}.${key}`, 1);
  }

  /** An answer has come, after so many hours of school. */
  answered(hours: number, place: Place): void {
    const { township, schoolId } = place;
    this.countMonth('answers', place);
    for (const scope of [countyOf(township), ...(schoolId ? [schoolId] : [])]) {
      this.add(yearId(scope, this.day), `months.${this.month}.hours.${spreadKey(hours)}`, 1);
    }
  }

  alert(county: string, inTime: boolean): void {
    const id = quarterId(county, this.quarter);
    this.add(id, 'alerts.due', 1);
    if (inTime) this.add(id, 'alerts.inTime', 1);
  }

  private quarterOf(township: string): string {
    return quarterId(countyOf(township), this.quarter);
  }

  private add(document: string, path: string, by: number): void {
    if (by === 0) return;
    const paths = this.byDocument.get(document) ?? {};
    paths[path] = (paths[path] ?? 0) + by;
    this.byDocument.set(document, paths);
  }
}
