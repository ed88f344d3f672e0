import type { InputOf } from '@contract';
import { consentVersions } from '@contract/consent';
import { limits } from '@contract/limits';
import { takesIn, worksWith } from '@rules/posts';
import { recordAccess } from '../../platform/access-log';
import { defineAction } from '../../platform/action';
import { bookingStaff, childEntry } from '../../platform/allow';
import { counsellorOf, signedIn, type Caller } from '../../platform/caller';
import type { schools } from '../../platform/collections';
import {
  children,
  consentRecords,
  people,
  slots,
  type ChildDocument,
  type DocumentOf,
} from '../../platform/collections';
import { command } from '../../platform/database';
import { ActionError } from '../../platform/errors';
import { decrypt } from '../../platform/field-encryption';
import type { Transaction } from '../../platform/transaction';
import { openAtHome, sealAtHome } from '../family/circle';
import { entryOf, ownChildren } from '../family/entry';
import { checkAge, findSchool, newChild } from '../family/new-child';
import { openDetails } from './appointments';
import { checkFree } from './check-held';
import { placeVisit, type Placing } from './place-visit';

type Who = InputOf<'booking.bookForFamily'>['who'];
type NewFamily = Extract<Who, { known: false }>;

interface Booker {
  caller: Caller;
  now: number;
  newId: (prefix: string) => string;
}

/**
 * For a family that telephones or comes by, over the same places and by the same rules. Teachers
 * and directors book wherever the child may go, a counsellor into their own places.
 */
export const bookForFamily = defineAction('booking.bookForFamily', {
  allow: bookingStaff,
  mostPerHour: 60,
  async handle({ caller, database, now, newId, once }, { slotId, worries, who }) {
    const { posts } = signedIn(caller);
    const school = who.known ? undefined : await findSchool(database, who.schoolId);
    const booker = { caller, now, newId };
    let looked = '';
    const answer = await once(async (transaction) => {
      const slot = await transaction.get(slots, slotId);
      if (!slot) throw new ActionError('NOT_FOUND');
      const child = who.known
        ? await knownChild(transaction, caller, who.childId)
        : await writeDown(transaction, booker, who, school);
      const mine = slot.counsellorId === counsellorOf(caller);
      if (!mine && !posts.some((post) => worksWith(post, child)))
        throw new ActionError('NOT_FOUND');
      checkFree(slot, caller.openid, now);
      const appointment = await placeVisit(transaction, {
        ...{ id: newId('a'), slot, worries, now },
        family: [child],
        by: caller.openid,
        contact: await contactOf(transaction, child),
      });
      looked = child._id;
      const { nickname } = openDetails(appointment);
      const { _id: appointmentId, start, state } = appointment;
      return { appointmentId, nickname, start, state };
    });
    const role = posts.find((post) => post.role !== 'admin')?.role ?? 'teacher';
    const childIds = who.known && looked ? [looked] : [];
    await recordAccess(database, { viewer: caller, role, childIds, purpose: 'phoneIn', now });
    return answer;
  },
});

/** @throws ActionError NOT_FOUND, whether the child is elsewhere or nowhere. */
async function knownChild(
  transaction: Transaction,
  caller: Caller,
  childId: string,
): Promise<ChildDocument> {
  const child = await transaction.get(children, childId);
  const ofRoster = child && signedIn(caller).posts.some((post) => worksWith(post, child));
  const ofCircle =
    childEntry(caller, childId) && child?.circle.some(({ openid }) => openid === caller.openid);
  if (!child || !(ofRoster || ofCircle)) throw new ActionError('NOT_FOUND');
  return child;
}

/** As family.addChildByProxy does; that the family agreed is written down with who says so. */
async function writeDown(
  transaction: Transaction,
  { caller, now, newId }: Booker,
  who: NewFamily,
  school: DocumentOf<typeof schools> | undefined,
): Promise<ChildDocument> {
  const person = signedIn(caller);
  checkAge(now, who.birthYear, who.birthMonth);
  const township = school?.township ?? who.township;
  if (!township) throw new ActionError('INVALID_INPUT');
  if (!person.posts.some((post) => takesIn(post, { schoolId: school?._id, township }))) {
    throw new ActionError('NOT_FOUND');
  }
  if (person.children.length - ownChildren(person) >= limits.childrenPerProxy) {
    throw new ActionError('LIMIT_REACHED');
  }
  const id = newId('c');
  const me = { openid: caller.openid, relation: 'other', standing: 'proxy' } as const;
  const version = consentVersions.booking;
  const agreed = { purpose: 'booking', state: 'pending', version, by: 'other', at: now } as const;
  const child: ChildDocument = {
    ...newChild(id, who, { school, township, now }, me),
    athome: sealAtHome(id, { caregiver: who.relation, phone: who.phone }),
    consents: [{ ...agreed, standing: 'proxy' }],
  };
  await transaction.add(children, child);
  await transaction.add(consentRecords, {
    ...{ _id: newId('d'), childId: id, by: caller.openid, at: now },
    ...{ relation: me.relation, standing: me.standing },
    decisions: [{ purpose: 'booking', version, decision: 'begin' }],
  });
  await transaction.update(people, caller.openid, {
    children: command.push([entryOf(child, me)]),
  });
  return child;
}

/** The number at home, or that of the adult of the circle who looks after the child. */
async function contactOf(
  transaction: Transaction,
  child: ChildDocument,
): Promise<Placing['contact']> {
  const home = openAtHome(child);
  if (home?.phone) return { openid: null, relation: home.caregiver, phone: home.phone };
  const adults = child.circle.filter(({ standing }) => standing !== 'proxy');
  const adult = adults.find(({ standing }) => standing === 'caregiver') ?? adults[0];
  if (!adult) {
    return { openid: null, relation: home?.caregiver ?? 'other', phone: undefined };
  }
  const { openid, relation } = adult;
  const person = await transaction.get(people, openid);
  const place = { collection: people.name, id: openid, field: 'phone' };
  return { openid, relation, phone: person?.phone && decrypt(place, person.phone) };
}
