import type { ActionName, InputOf } from '@contract';
import type { Person } from './person';
import { Scenario, type Booker } from './scenario';
import { county, school, service, township } from './documents';

/** One of each kind of person, and a county in which every action has something to act on. */
export interface Everyone {
  scenario: Scenario;
  family: Booker;
  otherFamily: Booker;
  counsellor: Person;
  /** Never signed in. */
  stranger: Person;
  /** An input for each action with which its person succeeds, in any order. */
  inputs: { [Name in ActionName]: InputOf<Name> };
}

export async function everyone(): Promise<Everyone> {
  const scenario = await Scenario.start();
  const [nine = '', ten = '', eleven = '', two = ''] = await scenario.free([
    ...['9:00', '10:00', '11:00', '14:00', '15:00', '16:00', '17:00'],
  ]);
  const family = await scenario.family({ nickname: '小石头', phone: '13800001234' });
  const otherFamily = await scenario.family();
  const counsellor = await scenario.counsellor('wx-li');
  const { childId } = family;
  const voice = await record(family);
  await family.call('booking.holdSlot', { slotId: eleven, childId });
  const spoken = await family.call('booking.book', {
    slotId: eleven,
    childId,
    worries: ['sleep'],
    voice,
  });
  const cancelled = await scenario.book(family, two);
  await family.call('booking.holdSlot', { slotId: ten, childId });
  const inputs: Everyone['inputs'] = {
    'account.signIn': { role: 'caregiver', township },
    'account.home': {},
    'account.updateSettings': { size: 'large', phone: '13900005678' },
    'directory.listRegions': {},
    'directory.listServices': { county },
    'directory.getService': { id: service._id },
    'directory.listHotlines': { county },
    'directory.listSchools': { county },
    'family.addChild': {
      nickname: '小树',
      birthYear: 2017,
      birthMonth: 3,
      schoolId: school._id,
      relation: 'paternalGrandmother',
    },
    'family.listChildren': {},
    'booking.findSlots': { childId },
    // The place is held already: holding it again keeps it for `book`.
    'booking.holdSlot': { slotId: ten, childId },
    'booking.releaseSlot': { slotId: nine },
    'booking.book': { slotId: ten, childId, worries: ['unhappy', 'school'] },
    'booking.cancel': { appointmentId: cancelled.id },
    'booking.listAppointments': { when: 'upcoming' },
    'booking.listDay': { day: '2026-11-24' },
    'booking.listenToVoice': { appointmentId: spoken.id },
  };
  const stranger = scenario.as('wx-never-seen');
  return { scenario, family, otherFamily, counsellor, stranger, inputs };
}

/** A recording of two seconds in the person's own folder of cloud storage. */
async function record(who: Person) {
  const { person } = await who.call('account.home', {});
  const { default: sdk } = await import('wx-server-sdk');
  const cloudPath = `voice/${person.voiceFolder ?? ''}/one.mp3`;
  const { fileID } = await sdk.uploadFile({ cloudPath, fileContent: Buffer.from('not really') });
  return { fileId: fileID, seconds: 2 };
}
