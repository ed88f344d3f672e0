import { limits } from '@contract/limits';
import * as v from 'valibot';
import { PhoneSchema } from '@contract/shapes';
import { dayOf, hourMs, startOfDay } from '@rules/dates';
import { reachOfChild } from '@rules/reach';
import { overlaps } from '@rules/slots';
import { openDetails } from '../../cloudfunctions/areas/booking/appointments';
import { openChild } from '../../cloudfunctions/areas/family/read-children';
import { blindIndex, decrypt } from '../../cloudfunctions/platform/field-encryption';
import { buildCounty } from '../../demo/build';
import { liId } from '../../demo/county/counsellors';
import { familyRows } from '../../demo/families';
import { mulberry32 } from '../../demo/random';
import { slotsAround } from '../../demo/visits/slots';

const key = Buffer.alloc(32, 9).toString('base64');
process.env.XINQIAO_KEYRING = JSON.stringify({ current: 'k1', keys: { k1: key }, index: key });

/** Wednesday 25 November 2026, two in the afternoon in Beijing. */
const now = Date.UTC(2026, 10, 25, 6, 0);

describe.each(['demo', 'full'] as const)('visits of the %s county', (size) => {
  const county = buildCounty({ now, size, random: mulberry32(7) });
  const childrenById = new Map(county.children.map((child) => [child._id, child]));
  const slotsById = new Map(county.slots.map((slot) => [slot._id, slot]));
  const peopleById = new Map(county.people.map((person) => [person._id, person]));
  const booked = county.appointments.filter(({ state }) => state !== 'cancelled');

  test('an appointment, its slot and its child tell the same', () => {
    for (const visit of booked) {
      const child = childrenById.get(visit.childId);
      const slot = slotsById.get(visit.slotId);
      if (!child || !slot) throw new Error(`${visit._id} hangs in the air`);
      const { _id, card, phone, reach, state, appointmentId } = slot;
      expect([state, appointmentId]).toStrictEqual(['booked', visit._id]);
      expect(slot.visitState).toBe(visit.state);
      expect([slot.start, slot.end, slot.kind]).toStrictEqual([visit.start, visit.end, visit.kind]);
      expect(reachOfChild(child)).toContain(reach);
      expect(child.circle.map(({ openid }) => openid)).toContain(visit.bookedBy);
      expect(visit.bookedAt).toBeLessThan(Math.min(visit.start, now));
      const { nickname } = openChild(child);
      expect(openDetails(visit).nickname).toBe(nickname);
      const opened: unknown = JSON.parse(
        decrypt({ collection: 'slots', id: _id, field: 'card' }, card ?? ''),
      );
      expect(opened).toMatchObject({ appointmentId: visit._id, childId: child._id, nickname });
      if (visit.kind === 'phone' || visit.kind === 'home') {
        const number = decrypt({ collection: 'slots', id: _id, field: 'phone' }, phone ?? '');
        expect(number).toMatch(/^1020000\d{4}$/);
      }
    }
    const taken = county.slots.filter(({ state }) => state === 'booked');
    expect(taken).toHaveLength(booked.length);
  });

  test('a child is counted right and is never in two places', () => {
    for (const child of county.children) {
      const visits = booked.filter(({ childId }) => childId === child._id);
      expect(child.bookings).toBe(visits.length);
      const coming = visits.filter(({ end }) => end + hourMs > now).map(({ _id }) => _id);
      expect(child.upcoming.map(({ appointmentId }) => appointmentId).sort()).toStrictEqual(
        coming.sort(),
      );
      expect(coming.length).toBeLessThanOrEqual(limits.upcomingPerChild);
      visits.forEach((visit, index) =>
        visits.slice(index + 1).forEach((other) => expect(overlaps(visit, other)).toBe(false)),
      );
    }
  });

  test('the first visit of a child is told to the counsellor, and only the first', () => {
    const firsts = new Map<string, number[]>();
    for (const { _id, card, state } of county.slots) {
      if (state !== 'booked' || card === null) continue;
      const { childId, visitNumber } = v.parse(
        v.object({ childId: v.string(), visitNumber: v.number() }),
        JSON.parse(decrypt({ collection: 'slots', id: _id, field: 'card' }, card)),
      );
      firsts.set(childId, [...(firsts.get(childId) ?? []), visitNumber === 1 ? 1 : 0]);
    }
    for (const list of firsts.values()) expect(list.reduce((sum, one) => sum + one, 0)).toBe(1);
  });

  test('the desk has been at work: who came, who did not, who still waits, and what follows', () => {
    const states = new Set(county.appointments.map(({ state }) => state));
    for (const state of ['done', 'missed', 'booked', 'awaitingConsent', 'cancelled'] as const) {
      expect(states).toContain(state);
    }
    for (const { state, start, end, outcome, consentUntil } of booked) {
      if (state === 'booked' || state === 'awaitingConsent') expect(start).toBeGreaterThan(now);
      if (state === 'done' || state === 'missed') expect(end).toBeLessThanOrEqual(now);
      expect(outcome === null).toBe(state !== 'done');
      expect((consentUntil ?? 0) > now).toBe(state === 'awaitingConsent');
    }
    expect(county.appointments.some(({ referral }) => referral !== null)).toBe(true);
    const done = county.tallies.reduce((sum, month) => sum + month.done, 0);
    expect(done).toBe(booked.filter(({ state }) => state === 'done').length);
  });

  test('a circle and the indexes of its adults agree', () => {
    for (const child of county.children) {
      for (const { openid, relation } of child.circle) {
        const entry = peopleById.get(openid)?.children.find(({ id }) => id === child._id);
        expect(entry).toMatchObject({ relation, township: child.township });
      }
    }
    const pairs = county.children.flatMap(({ circle }) => circle).length;
    expect(county.people.flatMap(({ children }) => children)).toHaveLength(pairs);
  });

  test('names and numbers are nowhere in the clear', () => {
    const { people, children, appointments, slots } = county;
    const { counsellors, regions } = county;
    const private_ = JSON.stringify({ people, children, appointments });
    for (const [nickname] of familyRows.flatMap((family) => family.children)) {
      expect(private_).not.toContain(nickname);
      expect(JSON.stringify([slots, counsellors, regions])).not.toContain(nickname);
    }
    expect(private_).not.toContain('小树');
    // A class, and as what somebody signs guides, is no secret.
    const open = new Set(['className', 'classes', 'signs']);
    const closed = JSON.stringify(people, (key, value: unknown) =>
      open.has(key) ? undefined : value,
    );
    expect(/[\u4e00-\u9fff]/.test(closed)).toBe(false);
    expect(private_ + JSON.stringify(slots)).not.toMatch(/1020000\d{4}/);
    for (const { _id, phone, phoneIndex } of people) {
      if (!phone) continue;
      const plain = decrypt({ collection: 'people', id: _id, field: 'phone' }, phone);
      expect(plain).toMatch(/^1020000\d{4}$/);
      expect(v.is(PhoneSchema, plain)).toBe(true);
      expect(phoneIndex).toBe(blindIndex('phone', plain));
    }
  });

  test('about a third of 李老师’s week is taken, today among it, and some of the others’', () => {
    const soon = (start: number) =>
      start >= startOfDay(dayOf(now)) && start < now + 7 * 24 * hourMs;
    const share = (mine: (counsellor: string) => boolean) => {
      const all = county.counsellors
        .filter(({ _id }) => mine(_id))
        .flatMap((one) => slotsAround(one, now, 0))
        .filter(({ start }) => soon(start));
      const taken = booked.filter(({ counsellorId, start }) => mine(counsellorId) && soon(start));
      return taken.length / all.length;
    };
    expect(share((id) => id === liId)).toBeGreaterThan(0.2);
    expect(share((id) => id === liId)).toBeLessThan(0.6);
    expect(share((id) => id !== liId)).toBeGreaterThan(0.04);
    expect(share((id) => id !== liId)).toBeLessThan(0.3);
    expect(booked.some(({ start }) => dayOf(start) === dayOf(now))).toBe(true);
    expect(booked.some(({ start }) => start < now)).toBe(true);
    expect(county.appointments.length - booked.length).toBeGreaterThan(1);
  });
});
