import type { HoursPlace } from '../../../cloudfunctions/contract/hours';
import type { SchoolId } from '../schools';
import { homeVisits, phoneTalks } from '../services/coming-to-you';
import type { ServiceEntry } from '../services/entry';
import { townships, type TownshipKey } from '../townships';

type Spans = HoursPlace['spans'];
/** A place before it is known how long a counsellor's sessions are. */
export type Workplace = Omit<HoursPlace, 'sessionMinutes' | 'bufferMinutes'> &
  Partial<Pick<HoursPlace, 'sessionMinutes' | 'bufferMinutes'>>;

function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  if (hours === undefined || minutes === undefined) throw new Error(`not a time: ${clock}`);
  return hours * 60 + minutes;
}

/** The same hours on several days, 1 Monday … 7 Sunday: `on([1, 3], '8:40-11:50')`. */
export function on(weekdays: number[], ...hours: string[]): Spans {
  return weekdays.flatMap((weekday) =>
    hours.map((span) => {
      const [from, to] = span.split('-').map(minutesOf);
      if (from === undefined || to === undefined) throw new Error(`not a span: ${span}`);
      return { weekday, from, to };
    }),
  );
}

export const workdays = [1, 2, 3, 4, 5];

export function inSchool(service: ServiceEntry, schoolId: SchoolId, spans: Spans): Workplace {
  return { id: schoolId, kind: 'school', serviceId: service.id, schoolId, seats: 1, spans };
}

export function inClinic(service: ServiceEntry, spans: Spans): Workplace {
  return { id: 'clinic', kind: 'clinic', serviceId: service.id, seats: 1, spans };
}

/** The same room of a service for everybody who names it: it is never given twice. */
export function inRoom(service: ServiceEntry, place: Workplace): Workplace {
  return { ...place, roomId: `${service.id}-room` };
}

/** An hour together for several children. */
export function forGroup(place: Workplace, seats: number): Workplace {
  return { ...place, id: 'group', seats, sessionMinutes: 60 };
}

export function byPhone(spans: Spans): Workplace {
  return { id: 'phone', kind: 'phone', serviceId: phoneTalks.id, seats: 1, spans };
}

/** Parents in a city see the teacher and the child. */
export function byWechat(spans: Spans): Workplace {
  return { id: 'wechat', kind: 'wechat', serviceId: phoneTalks.id, seats: 1, spans };
}

export function atHome(key: TownshipKey, travelMinutes: number, spans: Spans): Workplace {
  const { code: township } = townships[key];
  const home = { id: `home-${key}`, kind: 'home', serviceId: homeVisits.id } as const;
  return { ...home, township, travelMinutes, seats: 1, spans };
}
