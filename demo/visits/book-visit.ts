import type { Worry } from '../../cloudfunctions/contract/enums';
import { newAppointment, sealDetails } from '../../cloudfunctions/areas/booking/appointments';
import { sealCard, sealPhone } from '../../cloudfunctions/areas/booking/day';
import type {
  AppointmentDocument,
  ChildDocument,
  SlotDocument,
} from '../../cloudfunctions/platform/collections';
import { ageAt } from '../../cloudfunctions/rules/dates';
import { isUpcoming } from '../../cloudfunctions/rules/slots';
import type { DemoChild, DemoPerson } from '../families/documents';

/** Who comes, who booked it, and when. */
export interface Visit {
  id: string;
  slot: SlotDocument;
  child: DemoChild;
  /** The child's document; it is changed as a booking changes it. */
  kept: ChildDocument;
  adult: DemoPerson;
  worries: Worry[];
  bookedAt: number;
}

function appointmentOf(visit: Visit): AppointmentDocument {
  const { id, slot, child, adult, worries, bookedAt } = visit;
  const { counsellorId, serviceId, start, end, kind, placeName } = slot;
  const { counsellorName, languages, cost, bring } = slot;
  return {
    ...newAppointment,
    _id: id,
    childId: child.id,
    counsellorId,
    slotId: slot._id,
    serviceId,
    start,
    end,
    kind,
    placeName,
    counsellorName,
    languages,
    cost,
    bring,
    bookedBy: adult.openid,
    bookedAt,
    visitNumber: visit.kept.bookings + 1,
    details: sealDetails(id, { nickname: child.nickname, worries }),
  };
}

/** What areas/booking/book.ts leaves behind: the appointment, the slot, the child. */
export function bookVisit(visit: Visit, now: number): AppointmentDocument {
  const { id, slot, child, kept, adult, worries, bookedAt } = visit;
  const appointment = appointmentOf(visit);
  const member = child.circle.find(({ openid }) => openid === adult.openid);
  if (!member) throw new Error(`${adult.openid} is not in the circle of ${child.id}`);
  slot.state = 'booked';
  slot.appointmentId = id;
  slot.bookedAt = bookedAt;
  slot.bookedBy = adult.openid;
  slot.visitState = 'booked';
  slot.joining = [];
  slot.phone = sealPhone(slot._id, adult.phone);
  slot.card = sealCard(slot._id, {
    appointmentId: id,
    childId: child.id,
    nickname: child.nickname,
    age: ageAt(slot.start, child.birthYear, child.birthMonth),
    schoolName: child.schoolName,
    relation: member.relation,
    worries,
    visitNumber: kept.bookings + 1,
    urgency: 'routine',
    bookedAt,
  });
  if (isUpcoming(slot, now)) {
    kept.upcoming.push({ appointmentId: id, start: slot.start, end: slot.end });
  }
  kept.bookings += 1;
  kept.rev += 1;
  return appointment;
}

/** What book.ts and then cancel.ts leave behind: the slot is free again. */
export function cancelVisit(visit: Visit, cancelledAt: number): AppointmentDocument {
  visit.kept.rev += 2;
  return { ...appointmentOf(visit), state: 'cancelled', cancelledAt };
}
