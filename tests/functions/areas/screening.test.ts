/** The questions about a child: who may answer, what is kept of it, who reads it, and what a danger does. */
import { consentVersions } from '@contract/consent';
import type { ItemAnswer } from '@contract/screening';
import { dayMs } from '@rules/dates';
import {
  accessLog,
  children,
  alerts,
  screeningForms,
  screenings,
  waitlist,
} from '../../../cloudfunctions/platform/collections';
import { command } from '../../../cloudfunctions/platform/database';
import { openScreening } from '../../../cloudfunctions/platform/screenings';
import { sweep } from '../../../cloudfunctions/platform/sweep';
import { placeholderForm, screeningFormDocument } from '../../../demo/screening-form';
import { monday, setClock } from '../support/clock';
import { county, otherSchool, school } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario, type Booker } from '../support/scenario';

let scenario: Scenario;
let grandma: Booker;
let father: Person;
let neighbour: Booker;
let teacher: Person;
let otherTeacher: Person;
let counsellor: Person;
let otherCounsellor: Person;
let admin: Person;

beforeAll(async () => {
  scenario = await Scenario.start();
  await scenario.database.add(screeningForms, screeningFormDocument(county, 0));
  father = scenario.as('wx-father');
  teacher = await scenario.staff({ openid: 'wx-wang', role: 'teacher', schoolId: school._id });
  const elsewhere = { openid: 'wx-two', role: 'teacher' as const, schoolId: otherSchool._id };
  otherTeacher = await scenario.staff(elsewhere);
  counsellor = await scenario.counsellor('wx-li');
  otherCounsellor = await scenario.counsellor('wx-yang', 'counsellor-two');
  admin = await scenario.staff({ openid: 'wx-admin', role: 'admin' });
  neighbour = await scenario.family({ nickname: '豆豆' });
});
afterAll(async () => {
  await scenario.close();
});
let families = 0;
beforeEach(async () => {
  setClock(monday);
  families += 1;
  grandma = await scenario.family({
    ...{ openid: `wx-grandma-${families}`, childId: `child-s${families}`, nickname: '小石头' },
    with: families === 1 ? [{ openid: father.openid, relation: 'father' }] : [],
  });
});

const { id: formId, version } = placeholderForm;
const calm = placeholderForm.items.map((): ItemAnswer => 0);
/** Sad, worried, without joy: 8 of 10 where 5 is the cut-off. */
const sad = calm.map((answer, index): ItemAnswer => ([1, 8, 10, 14].includes(index) ? 2 : answer));

const filledIn = (answers: ItemAnswer[], as: 'caregiver' | 'teacher' = 'caregiver') => ({
  ...{ childId: grandma.childId, as, formId, version, answers },
  safety: 'no' as const,
});
const kept = () =>
  scenario.database.find(screenings, {
    where: { childId: grandma.childId },
    order: [['at', 'desc']],
    limit: 10,
  });
const raised = () =>
  scenario.database.find(alerts, {
    where: { childId: grandma.childId },
    order: [['at', 'desc']],
    limit: 10,
  });
/** How the consent of the child stands. */
const agreed = (state: 'pending' | 'given' | 'withdrawn') =>
  scenario.database.update(children, grandma.childId, {
    consents: [
      {
        ...{ purpose: 'screening', state, version: consentVersions.screening, at: 0 },
        ...{ by: 'father', standing: state === 'pending' ? 'caregiver' : 'guardian' },
      },
    ],
  });
/** A visit of the child with this counsellor; answers its id. */
async function visit(clock: string, counsellorId = 'counsellor-one'): Promise<string> {
  const [slotId = ''] = await scenario.free([clock], { counsellorId });
  return (await scenario.book(grandma, slotId)).id;
}

test('a family hears one sentence, sub-totals are kept, answers are not', async () => {
  const shown = await grandma.call('guides.showScreening', {
    ...{ childId: grandma.childId, as: 'caregiver' },
  });
  expect(shown).toMatchObject({ nickname: '小石头', offer: { state: 'open' } });
  expect(JSON.stringify(shown)).not.toContain('cutoffs');
  const input = filledIn(sad);
  expect(await grandma.call('guides.submitScreening', input)).toEqual({ advice: 'talk' });
  const [document] = await kept();
  if (!document) throw new Error('nothing is kept');
  const details = openScreening(document);
  expect(details).toMatchObject({ respondent: 'caregiver', formId, version, safety: 'no' });
  expect(details.figures).toEqual({ I: 8, A: 0, E: 0, T: 8, blanks: 0 });
  expect(JSON.stringify(details)).not.toContain('answers');
  expect(JSON.stringify(document)).not.toContain('caregiver');
  // It orders nothing and reserves nothing.
  expect(await scenario.database.find(waitlist, { where: { childId: grandma.childId } })).toEqual(
    [],
  );
  expect(await raised()).toEqual([]);
});

test('a request that is repeated keeps one result, and the next within 90 days is refused', async () => {
  const request = {
    action: 'guides.submitScreening',
    input: filledIn(calm),
    requestId: 'screening-once',
  };
  const first = await grandma.send(request);
  expect(await grandma.send(request)).toEqual(first);
  expect(await kept()).toHaveLength(1);
  expect(await grandma.refusal('guides.submitScreening', filledIn(sad))).toBe('LIMIT_REACHED');
  // Another role answers for itself.
  expect(await teacher.call('guides.submitScreening', filledIn(calm, 'teacher'))).toEqual({
    advice: 'fine',
  });
  setClock(monday + 89 * dayMs);
  expect(await grandma.refusal('guides.submitScreening', filledIn(sad))).toBe('LIMIT_REACHED');
  setClock(monday + 90 * dayMs);
  expect(await grandma.call('guides.submitScreening', filledIn(sad))).toEqual({ advice: 'talk' });
});

test('without a guardian’s yes nothing is asked or kept, whoever answers', async () => {
  const { childId } = grandma;
  await agreed('pending');
  for (const [who, as] of [
    [grandma, 'caregiver'],
    [teacher, 'teacher'],
  ] as const) {
    expect(await who.call('guides.showScreening', { childId, as })).toMatchObject({
      offer: { state: 'consent', consent: 'pending' },
    });
    expect(await who.refusal('guides.submitScreening', filledIn(sad, as))).toBe('CONSENT_NEEDED');
  }
  expect(await kept()).toEqual([]);
});

test('other families and other schools do not even learn that there is such a child', async () => {
  const { childId } = grandma;
  expect(await neighbour.refusal('guides.showScreening', { childId, as: 'caregiver' })).toBe(
    'NOT_FOUND',
  );
  expect(await neighbour.refusal('guides.submitScreening', filledIn(sad))).toBe('NOT_FOUND');
  expect(await otherTeacher.refusal('guides.showScreening', { childId, as: 'teacher' })).toBe(
    'NOT_FOUND',
  );
  expect(await otherTeacher.refusal('guides.submitScreening', filledIn(sad, 'teacher'))).toBe(
    'NOT_FOUND',
  );
});

test('figures are the counsellor’s of a visit, every look is counted, and a withdrawal closes them', async () => {
  await grandma.call('guides.submitScreening', filledIn(sad));
  const teachers = await teacher.call('guides.submitScreening', filledIn(sad, 'teacher'));
  expect(teachers).toEqual({ advice: 'talk' });
  const appointmentId = await visit('9:00');
  const seen = await counsellor.call('guides.showScreeningFigures', { appointmentId });
  expect(seen.screenings).toHaveLength(2);
  expect(seen.screenings.find(({ respondent }) => respondent === 'teacher')).toMatchObject({
    ...{ figures: { I: 8, T: 8 }, reached: ['I'], cutoffs: { T: 17 } },
  });
  expect(seen.screenings[0]?.cutoffs.validatedFor).not.toBe('');
  expect(await otherCounsellor.refusal('guides.showScreeningFigures', { appointmentId })).toBe(
    'NOT_FOUND',
  );
  expect(await grandma.refusal('guides.showScreeningFigures', { appointmentId })).toBe('FORBIDDEN');
  const looks = await scenario.database.find(accessLog, {
    where: { childId: grandma.childId, day: '2026-11-23' },
    limit: 20,
  });
  const screeningLooks = looks.filter(({ purpose }) => purpose === 'screening');
  expect(screeningLooks.map(({ viewer }) => viewer).sort()).toEqual(['wx-li', 'wx-wang']);
  await agreed('withdrawn');
  expect(
    (await counsellor.call('guides.showScreeningFigures', { appointmentId })).screenings,
  ).toEqual([]);
});

test('a visit that was cancelled, or was half a year ago, opens no figures', async () => {
  await grandma.call('guides.submitScreening', filledIn(sad));
  const cancelled = await visit('10:00');
  await grandma.call('booking.cancel', { appointmentId: cancelled });
  expect(
    await counsellor.refusal('guides.showScreeningFigures', { appointmentId: cancelled }),
  ).toBe('NOT_FOUND');
  const appointmentId = await visit('11:00');
  const seen = await counsellor.call('guides.showScreeningFigures', { appointmentId });
  expect(seen.screenings).toHaveLength(1);
  setClock(monday + 190 * dayMs);
  expect(await counsellor.refusal('guides.showScreeningFigures', { appointmentId })).toBe(
    'NOT_FOUND',
  );
});

test('of their own family a counsellor sees no figures and no answer about safety; of a child they act for they do', async () => {
  await teacher.call('guides.submitScreening', filledIn(sad, 'teacher'));
  const appointmentId = await visit('13:00');
  const { circle = [] } = (await scenario.database.get(children, grandma.childId)) ?? {};
  const shown = async (standing: 'caregiver' | 'proxy') => {
    const me = { openid: counsellor.openid, relation: 'other', standing, since: 0 } as const;
    await scenario.database.update(children, grandma.childId, {
      circle: command.set([...circle, me]),
    });
    return counsellor.call('guides.showScreeningFigures', { appointmentId });
  };
  expect((await shown('caregiver')).screenings).toEqual([]);
  expect((await shown('proxy')).screenings).toHaveLength(1);
});

describe('a danger', () => {
  test('reaches safeguarding with the result, hidden from the family', async () => {
    const input = { ...filledIn(calm), safety: 'yes' as const };
    expect(await grandma.call('guides.submitScreening', input)).toEqual({ advice: 'talk' });
    const [document] = await kept();
    expect(await raised()).toMatchObject([
      {
        ...{ source: 'screening', reason: 'safetyAnswer', level: 'S2', state: 'waiting' },
        ref: document?._id,
      },
    ]);
    const copy = await grandma.call('account.exportMyData', {
      ...{ part: 'screenings', childId: grandma.childId },
    });
    expect(copy).toEqual({
      part: 'screenings',
      screenings: [
        {
          ...{ childId: grandma.childId, at: monday, respondent: 'caregiver', advice: 'fine' },
          formName: placeholderForm.name,
        },
      ],
    });
  });

  test('is not lost when the rest is refused, and the day itself is S3', async () => {
    await agreed('withdrawn');
    const input = { ...filledIn(sad, 'teacher'), safety: 'now' as const };
    expect(await teacher.call('guides.submitScreening', input)).toEqual({ advice: 'talk' });
    const [document] = await kept();
    if (!document) throw new Error('the alert points at nothing');
    expect(openScreening(document).figures).toBeUndefined();
    expect(await raised()).toMatchObject([{ level: 'S3', ref: document._id }]);
  });
});

test('a guardian’s copy has the figures, a grandmother’s when and who; after 12 months nobody’s', async () => {
  const first = 'child-s1';
  const guardian = { part: 'screenings' as const, childId: first };
  const copy = await father.call('account.exportMyData', guardian);
  expect(copy).toMatchObject({ screenings: [{ figures: { I: 8, T: 8 }, advice: 'talk' }] });
  expect(await grandma.refusal('account.exportMyData', guardian)).toBe('NOT_FOUND');
  await sweep(scenario.database, monday + 364 * dayMs);
  expect(await father.call('account.exportMyData', guardian)).toMatchObject({
    screenings: [{}],
  });
  await sweep(scenario.database, monday + 367 * dayMs);
  expect(await father.call('account.exportMyData', guardian)).toMatchObject({ screenings: [] });
});

test('outside of a demonstration only an official form is offered, which an administrator loads', async () => {
  const { childId } = grandma;
  const asked = { childId, as: 'caregiver' as const };
  process.env.XINQIAO_DEMONSTRATION = 'no';
  try {
    expect(await grandma.call('guides.showScreening', asked)).toMatchObject({
      offer: { state: 'notOffered' },
    });
    const danger = { ...filledIn(sad), safety: 'yes' as const };
    expect(await grandma.refusal('guides.submitScreening', danger)).toBe('CANNOT_FOLLOW');
    expect(await admin.call('guides.showForm', {})).toMatchObject({ offered: false });
    const official = { ...placeholderForm, version: 'official-1', placeholder: false as const };
    await admin.call('guides.loadForm', { form: official });
    expect(await admin.call('guides.showForm', {})).toMatchObject({
      ...{ offered: true, form: { version: 'official-1', placeholder: false } },
    });
    expect(await grandma.call('guides.showScreening', asked)).toMatchObject({
      offer: { state: 'open', form: { version: 'official-1' } },
    });
    // Answered to the form that was there before.
    expect(await grandma.refusal('guides.submitScreening', filledIn(sad))).toBe(
      'CHANGED_MEANWHILE',
    );
    const placeholder = { ...placeholderForm, placeholder: true };
    const answer = await admin.send({
      ...{ action: 'guides.loadForm', input: { form: placeholder }, requestId: 'no-placeholder' },
    });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  } finally {
    process.env.XINQIAO_DEMONSTRATION = 'yes';
  }
});
