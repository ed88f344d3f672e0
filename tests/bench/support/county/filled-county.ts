import { addDays, startOfDay } from '@rules/dates';
import {
  alerts,
  appointments,
  audits,
  children,
  counsellors,
  events,
  messages,
  people,
  posts,
  schools,
  searches,
  services,
  settings,
  tallies,
  waitlist,
  type AnyCollection,
  type DocumentOf,
} from '../../../../cloudfunctions/platform/collections';
import { regions } from '../../../../cloudfunctions/platform/collections/directory';
import { command, type Database } from '../../../../cloudfunctions/platform/database';
import {
  counsellorDocument,
  county,
  familyDocuments,
  service,
  staffDocuments,
} from '../../../functions/support/documents';
import { rowsOfDay, type BenchChild } from './day-rows';

const townshipCount = 23;
const schoolCount = 60;
const counsellorCount = 12;
const insertedAtOnce = 200;

export class FilledCounty {
  /** Documents written, by collection. */
  readonly written: Record<string, number> = {};
  private kids: BenchChild[] = [];

  constructor(
    private readonly database: Database,
    private readonly random: () => number,
  ) {}

  /** The county as it stands on its first day: people, children, schools, services, counsellors. */
  async begin(count: number, since: number): Promise<void> {
    const codes = Array.from({ length: townshipCount }, (_, at) => `${county}${101 + at}`);
    await this.write(
      regions,
      codes.map((_id, at) => ({ _id, name: `第${at + 1}乡`, countyName: '一县' })),
    );
    const places = Array.from({ length: schoolCount }, (_, at) => ({
      ...{ _id: `school-${at}`, county, name: `第${at + 1}小学` },
      township: codes[at % townshipCount] ?? '',
    }));
    await this.write(schools, places);
    await this.write(
      services,
      codes.slice(0, 8).map((township, at) => ({
        ...{ ...service, _id: `service-${at}`, township },
        travel: Object.fromEntries(
          codes.map((code, far) => [code, { by: 'bus' as const, minutes: 10 + far * 5 }]),
        ),
      })),
    );
    await this.write(
      counsellors,
      Array.from({ length: counsellorCount }, (_, at) =>
        counsellorDocument({ _id: `counsellor-${at}` }),
      ),
    );
    await this.write(settings, [{ _id: county, changedAt: since, changedBy: 'wx-admin' }]);
    const staff = [
      staffDocuments({ openid: 'wx-admin', role: 'admin' }),
      staffDocuments({ openid: 'wx-head', role: 'admin', schoolId: 'school-0' }),
      ...Array.from({ length: schoolCount * 4 }, (_, at) =>
        staffDocuments({
          ...{ openid: `wx-teacher-${at}`, role: 'teacher' },
          schoolId: `school-${at % schoolCount}`,
        }),
      ),
    ];
    await this.write(
      people,
      staff.map(({ person }) => person),
    );
    await this.write(
      posts,
      staff.map(({ post }) => post),
    );
    const families = Array.from({ length: count }, (_, at) => {
      const place = places[at % schoolCount] ?? { _id: '', county, township: '', name: '' };
      const openid = `bench-adult-${at}`;
      const childId = `bench-child-${at}`;
      this.kids.push({ id: childId, openid, township: place.township, schoolId: place._id });
      return familyDocuments({ openid, childId, at: place, createdAt: since });
    });
    await this.write(
      people,
      families.map(({ person }) => person),
    );
    await this.write(
      children,
      families.map(({ child }) => child),
    );
  }

  /**
   * What happened in a month. Of what is kept for some weeks alone (platform/sweep.ts) only that of
   * the days that are counted is written: events, and the last search of a family.
   */
  async live(month: string, counted: readonly string[]): Promise<void> {
    const days = Array.from({ length: 31 }, (_, ahead) => addDays(`${month}-01`, ahead)).filter(
      (day) => day.startsWith(month),
    );
    const rows = days.map((day) => ({ day, ...rowsOfDay(day, this.kids, this.random) }));
    await this.write(
      appointments,
      rows.flatMap((day) => day.appointments),
    );
    await this.write(
      waitlist,
      rows.flatMap((day) => day.waitlist),
    );
    await this.write(
      messages,
      rows.flatMap((day) => day.messages),
    );
    await this.write(
      alerts,
      rows.flatMap((day) => day.alerts),
    );
    const kept = rows.filter(({ day }) => counted.includes(day));
    await this.database.removeWhere(events, { at: command.lt(startOfDay(`${month}-01`)) });
    await this.write(
      events,
      kept.flatMap((day) => day.events),
    );
    await this.database.removeWhere(searches, { at: command.lt(startOfDay(`${month}-01`)) });
    const last = new Map(kept.flatMap((day) => day.searches).map((one) => [one._id, one]));
    await this.write(searches, [...last.values()]);
  }

  /** What the counsellors' work and the audit add at the end of a month. */
  async endMonth(month: string): Promise<void> {
    await this.write(
      tallies,
      Array.from({ length: counsellorCount }, (_, at) => ({
        ...{ _id: `counsellor-${at}_${month}`, counsellorId: `counsellor-${at}`, month },
        ...{ done: 20 + at, missed: 2, first: 5, referred: 1 },
      })),
    );
    await this.write(audits, [
      {
        ...{ _id: month, through: `${month}-28`, people: 1, children: 1, erased: 0 },
        ...{ done: { visitsBooked: 9 }, consents: { give: 4 }, looks: {}, removed: {} },
      },
    ]);
  }

  get total(): number {
    return Object.values(this.written).reduce((sum, count) => sum + count, 0);
  }

  private async write<C extends AnyCollection>(to: C, list: DocumentOf<C>[]): Promise<void> {
    for (let at = 0; at < list.length; at += insertedAtOnce) {
      await this.database.addMany(to, list.slice(at, at + insertedAtOnce));
    }
    this.written[to.name] = (this.written[to.name] ?? 0) + list.length;
  }
}
