import type { PlaceKind } from '../../../cloudfunctions/contract/enums';
import type { CounsellorDocument } from '../../../cloudfunctions/platform/collections';
import type { WeeklySpan } from '../../../cloudfunctions/rules/slots';
import type { SchoolId } from '../schools';
import { homeVisits, phoneTalks } from '../services/coming-to-you';
import type { ServiceEntry } from '../services/entry';
import { townships, type TownshipKey } from '../townships';

type WorkingPlace = CounsellorDocument['places'][number];

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  if (hours === undefined || minutes === undefined) throw new Error(`not a time: ${clock}`);
  return hours * 60 + minutes;
}

/** The same hours on several days, 1 Monday … 7 Sunday: `on([1, 3], '8:40-11:50')`. */
export function on(weekdays: number[], ...hours: string[]): WeeklySpan[] {
  return weekdays.flatMap((weekday) =>
    hours.map((span) => {
      const [from, to] = span.split('-').map(minutesOf);
      if (from === undefined || to === undefined) throw new Error(`not a span: ${span}`);
      return { weekday, from, to };
    }),
  );
}

export const workdays = [1, 2, 3, 4, 5];

function place(kind: PlaceKind, service: ServiceEntry, spans: WeeklySpan[]): WorkingPlace {
  const { id, name, cost, bring, travel } = service;
  return { kind, serviceId: id, placeName: name, cost, bring, travel, spans };
}

export function inSchool(
  service: ServiceEntry,
  schoolId: SchoolId,
  spans: WeeklySpan[],
): WorkingPlace {
  return { ...place('school', service, spans), schoolId };
}

export function inClinic(service: ServiceEntry, spans: WeeklySpan[]): WorkingPlace {
  return place('clinic', service, spans);
}

export function byPhone(spans: WeeklySpan[]): WorkingPlace {
  return { ...place('phone', phoneTalks, spans), placeName: '电话里聊' };
}

export function atHome(township: TownshipKey, spans: WeeklySpan[]): WorkingPlace {
  const { code } = townships[township];
  return { ...place('home', homeVisits, spans), placeName: '老师到家里来', township: code };
}
