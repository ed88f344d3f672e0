import type {
  AppointmentDocument,
  ChildDocument,
  DocumentOf,
  SlotDocument,
  tallies,
} from '../cloudfunctions/platform/collections';
import { dayMs, dayOf, startOfDay } from '../cloudfunctions/rules/dates';
import { counsellorsOn, liId } from './county/counsellors';
import { treeId } from './families/demonstration';
import type { Everybody } from './families/all';
import { longHistory } from './full/history';
import { amounts, type Size } from './size';
import { makeVisits, type Booker } from './visits';
import { slotsAround } from './visits/slots';
import { awaitOne, takePlace, talliesOf } from './visits/take-place';

/** Last week stays in sight; older places are only kept where somebody came. */
const daysBack = 7;
/** A third of what 李老师 has is taken, and here and there something of the others'. */
const liShare = 0.36;
const othersShare = 0.12;
const daySlots = 6;
const comingInDays = 5;

interface Question {
  everybody: Everybody;
  kept: ReadonlyMap<string, ChildDocument>;
  now: number;
  size: Size;
  random: () => number;
}

/** Appointments, and the slots that the job will not make by itself: past ones and taken ones. */
export function buildVisits(question: Question): {
  slots: SlotDocument[];
  appointments: AppointmentDocument[];
  tallies: DocumentOf<typeof tallies>[];
} {
  const { now, size, random } = question;
  const { busyDayShare, pastVisits, comingVisits } = amounts[size];
  const all = bookersOf(question);
  const slots = counsellorsOn(now).flatMap((counsellor) => slotsAround(counsellor, now, daysBack));
  const busyDay = nextWorkingDay(slots, now);
  const trees = all.filter(({ child }) => child.id === treeId);
  // 小树 is left to whoever tries the preview: in the smaller county nothing is booked yet.
  const others = all.filter(({ child }) => child.id !== treeId);
  const shareOf = (slot: SlotDocument) => {
    if (slot.counsellorId !== liId) return othersShare;
    return dayOf(slot.start) === busyDay ? busyDayShare : liShare;
  };
  const [grandma] = trees;
  const history = grandma
    ? longHistory(grandma, pastVisits, { now, newest: daysBack, random })
    : { slots: [], appointments: [] };
  // Far enough ahead to leave the earliest times, which a visitor will tap first, to be booked.
  const coming = slots.filter(
    ({ kind, start }) => kind === 'clinic' && start > now + comingInDays * dayMs,
  );
  const appointments = [
    ...history.appointments,
    ...makeVisits({
      slots: coming.filter((_slot, index) => index % 3 === 0).slice(0, comingVisits),
      bookers: trees,
      now,
      random,
      shareOf: () => 1,
    }),
    ...makeVisits({ slots, bookers: others, now, random, shareOf }),
  ];
  const county = {
    ...{ appointments, kept: question.kept, now, random },
    slots: [...history.slots, ...slots],
  };
  takePlace(county);
  awaitOne(county, treeId);
  const today = startOfDay(dayOf(now));
  const written = slots.filter((slot) => slot.start < today || slot.state !== 'free');
  return {
    slots: [...history.slots, ...written],
    appointments,
    tallies: talliesOf(appointments),
  };
}

/** Whoever of the circle has a telephone books; the first of it otherwise. */
export function bookersOf({ everybody, kept }: Pick<Question, 'everybody' | 'kept'>): Booker[] {
  const people = new Map(everybody.people.map((person) => [person.openid, person]));
  return everybody.children.flatMap((child) => {
    const adults = child.circle.flatMap(({ openid }) => people.get(openid) ?? []);
    const adult = adults.find(({ phone }) => phone !== undefined) ?? adults[0];
    const document = kept.get(child.id);
    return adult && document ? [{ child, kept: document, adult }] : [];
  });
}

/** The first day from today on that 李老师 works the whole of. */
function nextWorkingDay(slots: SlotDocument[], now: number): string {
  const today = dayOf(now);
  const days = slots
    .filter(({ counsellorId }) => counsellorId === liId)
    .map(({ start }) => dayOf(start))
    .filter((day) => day >= today);
  return days.find((day) => days.filter((other) => other === day).length >= daySlots) ?? today;
}
