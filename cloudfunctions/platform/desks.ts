import * as v from 'valibot';
import { nextAnswer, type OfficeHours } from '@rules/office-hours';
import { desks, settings, type DeskDocument } from './collections';
import { command, type Database } from './database';
import type { Transaction } from './transaction';
import { decrypt, encrypt } from './field-encryption';

const NamesSchema = v.record(v.string(), v.string());
const placeOf = (id: string) => ({ collection: desks.name, id, field: 'names' });

/** How those who stand in, and those they stand in for, are called, by openid. */
export function openNames({ _id, names }: DeskDocument): Record<string, string> {
  return names === null ? {} : v.parse(NamesSchema, JSON.parse(decrypt(placeOf(_id), names)));
}

export const sealNames = (id: string, names: Record<string, string>) =>
  encrypt(placeOf(id), JSON.stringify(names));

export const emptyDesk = (schoolId: string, county: string): DeskDocument => ({
  ...{ _id: schoolId, county, teachers: [], standIns: [], names: null, rev: 0 },
});

/**
 * When the teachers of a school answer. Whoever has somebody stand in for them is away for so long;
 * the one who stands in has hours of their own.
 */
export function hoursOf({ teachers, standIns }: DeskDocument): OfficeHours[] {
  return teachers.map(({ openid, spans, absences }) => ({
    spans,
    absences: [...absences, ...standIns.filter(({ away }) => away === openid)],
  }));
}

/** The days of a county on which nobody answers. One round trip. */
export async function holidaysOf(database: Database, county: string): Promise<ReadonlySet<string>> {
  const set = await database.get(settings, county);
  return new Set((set?.holidays ?? []).map(({ day }) => day));
}

/**
 * Until when the phones of these teachers stay silent about what can wait: outside of the hours that
 * they have said themselves. Null where no hour is in sight; whoever has said no hours is not in it.
 */
export function silentUntil(
  desk: DeskDocument,
  openids: readonly string[],
  holidays: ReadonlySet<string>,
  now: number,
): Record<string, number | null> {
  const hours = hoursOf(desk);
  return Object.fromEntries(
    desk.teachers.flatMap(({ openid, spans }, number) => {
      const mine = hours[number];
      if (!mine || spans.length === 0 || !openids.includes(openid)) return [];
      const next = nextAnswer(now, mine, holidays);
      return next === now ? [] : [[openid, next ?? null] as const];
    }),
  );
}

/** Who of these answers on a day, or instead of them: who is told of what families write. */
export function answering(
  desk: DeskDocument | undefined,
  staff: readonly string[],
  day: string,
): string[] {
  const today = (desk?.standIns ?? []).filter(
    ({ away, from, to }) => staff.includes(away) && from <= day && day <= to,
  );
  const there = staff.filter((openid) => !today.some(({ away }) => away === openid));
  return [...new Set([...there, ...today.map(({ here }) => here)])];
}

/**
 * Whoever is no teacher of a school any more answers nobody there, stands in for nobody and needs
 * nobody; their name goes too. One round trip, two when there is something.
 */
export async function leaveDesk(
  transaction: Transaction,
  schoolId: string,
  openid: string,
): Promise<void> {
  const desk = await transaction.get(desks, schoolId);
  if (!desk) return;
  const standIns = desk.standIns.filter(({ away, here }) => away !== openid && here !== openid);
  const names = Object.entries(openNames(desk)).filter(([known]) => known !== openid);
  await transaction.update(desks, schoolId, {
    teachers: command.set(desk.teachers.filter((one) => one.openid !== openid)),
    standIns: command.set(standIns),
    names: sealNames(schoolId, Object.fromEntries(names)),
    rev: command.inc(1),
  });
}
