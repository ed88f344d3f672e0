import type { ReviewerCode } from '@contract/guides';
import type { Signs } from '@contract/person';
import { dayMs, hourMs, startOfDay } from '@rules/dates';
import { fewest } from '@contract/figure-names';
import { wholeCountry } from '@rules/guide-regions';
import { closeGuideMonth } from '../../../cloudfunctions/areas/reports/close-guide-month';
import { countFigures } from '../../../cloudfunctions/areas/reports/count-figures';
import { guides, regions } from '../../../cloudfunctions/platform/collections';
import { monday, moveClock, setClock } from '../support/clock';
import { deskGuide, draftText, signature } from '../support/desk-guides';
import { county, farSchool, otherSchool, school, township } from '../support/documents';
import type { Person } from '../support/person';
import { Scenario } from '../support/scenario';

const signs = (...codes: ReviewerCode[]): Signs => ({
  ...{ codes, title: '审稿老师', organisation: '云岭县妇幼保健院' },
});

describe('the desk of guides', () => {
  let scenario: Scenario;
  let writer: Person;
  let clinician: Person;
  let teacher: Person;
  let admin: Person;

  beforeAll(async () => {
    scenario = await Scenario.start();
    writer = await scenario.counsellor('wx-li');
    clinician = await scenario.staff({
      ...{ openid: 'wx-chen', role: 'counsellor', name: '陈医生', counsellorId: 'counsellor-two' },
      signs: signs('C'),
    });
    teacher = await scenario.staff({ openid: 'wx-wang', role: 'teacher', schoolId: school._id });
    admin = await scenario.staff({ openid: 'wx-admin', role: 'admin', name: '何老师' });
  });
  beforeEach(() => setClock(monday));
  afterAll(() => scenario.close());

  const idsFor = async (place?: string) => {
    const input = { audience: 'caregiver' as const, ...(place && { township: place }) };
    return (await scenario.as('somebody').call('guides.listGuides', input)).guides.map(
      ({ id }) => id,
    );
  };
  const mine = async (who: Person) =>
    (await who.call('guides.listDrafts', { list: 'mine' })).rows.map(({ guideId }) => guideId);
  const sign = (code: ReviewerCode) => ({ kind: 'sign' as const, code });

  test('from a counsellor’s draft to the families of one township, and away again', async () => {
    const text = draftText();
    const begun = await writer.call('guides.saveDraft', { text, submit: true });
    const { guideId } = begun;
    const first = { guideId, version: 1 };
    // It waits for whoever knows children's minds, and for nobody else yet.
    expect(await mine(clinician)).toEqual([guideId]);
    expect(await mine(admin)).toEqual([]);
    expect(await teacher.refusal('guides.showDraft', first)).toBe('FORBIDDEN');
    const reasons = '第二块太长，老人听不下去。';
    await clinician.call('guides.review', { ...first, decision: { kind: 'sendBack', reasons } });
    await scenario.test.runJobs();
    const { notices } = await writer.call('notify.listInbox', {});
    expect(notices[0]).toMatchObject({
      kind: 'guideBack',
      title: text.title,
      guide: { id: guideId },
    });
    expect(await mine(writer)).toEqual([guideId]);

    // What was submitted stays as it was: the change is the next version.
    const base = { ...first, rev: 1 };
    const changed = { ...text, title: '今天就做一件小事' };
    const next = await writer.call('guides.saveDraft', { base, text: changed, submit: true });
    expect(next).toEqual({ state: 'submitted', guideId, version: 2 });
    const old = await writer.call('guides.showDraft', first);
    expect(old.guide).toMatchObject({ status: 'replaced', text: { title: text.title } });
    const second = { guideId, version: 2 };

    // The place signs after the clinician, and only whom an administrator trusts with it.
    const trusted = { postId: 'post-wx-wang', signs: signs('T') };
    await admin.call('guides.setReviewer', trusted);
    expect(await teacher.refusal('guides.review', { ...second, decision: sign('T') })).toBe(
      'CANNOT_FOLLOW',
    );
    await clinician.call('guides.review', { ...second, decision: sign('C') });
    expect(await admin.refusal('guides.publish', { ...second, regions: [township] })).toBe(
      'CANNOT_FOLLOW',
    );
    await teacher.call('guides.review', { ...second, decision: sign('T') });
    expect(await mine(admin)).toEqual([guideId]);
    expect(await idsFor(township)).not.toContain(guideId);
    expect(await admin.refusal('guides.publish', { ...second, regions: [farSchool.county] })).toBe(
      'FORBIDDEN',
    );
    await admin.call('guides.publish', { ...second, regions: [township] });
    expect(await idsFor(township)).toContain(guideId);
    expect(await idsFor(otherSchool.township)).not.toContain(guideId);
    const { guide } = await scenario.as('somebody').call('guides.getGuide', { guideId });
    expect(guide).toMatchObject({ version: 2, reviewDueDay: '2027-11-23', status: 'published' });
    expect(guide.reviews.map(({ code, name }) => `${code} ${name}`)).toEqual([
      'C 陈医生',
      'T 王老师',
    ]);
    expect(JSON.stringify(guide)).not.toContain('wx-');

    // A newer version in the making takes nothing from the families.
    const published = { ...second, rev: 1 };
    await writer.call('guides.saveDraft', { base: published, text, submit: false });
    expect(await idsFor(township)).toContain(guideId);

    await admin.call('guides.withdraw', { ...second, reason: '有一句写错了' });
    const list = await scenario.as('somebody').call('guides.listGuides', { audience: 'caregiver' });
    expect(list.gone).toContainEqual({ id: guideId, version: 2 });
    expect(await idsFor(township)).not.toContain(guideId);
    expect(await scenario.as('somebody').refusal('guides.getGuide', { guideId })).toBe('NOT_FOUND');
  });

  test('nobody signs or publishes what they wrote, and nobody signs twice', async () => {
    const both = await scenario.staff({
      ...{ openid: 'wx-both', role: 'counsellor', name: '周老师', counsellorId: 'counsellor-3' },
      signs: signs('C', 'S'),
    });
    const text = { ...draftText(), reviewers: ['C' as const, 'S' as const] };
    const own = await both.call('guides.saveDraft', { text, submit: true });
    const first = { guideId: own.guideId, version: 1 };
    expect(await both.refusal('guides.review', { ...first, decision: sign('C') })).toBe(
      'FORBIDDEN',
    );
    expect(await mine(both)).not.toContain(own.guideId);

    const other = await writer.call('guides.saveDraft', { text, submit: true });
    const second = { guideId: other.guideId, version: 1 };
    await both.call('guides.review', { ...second, decision: sign('C') });
    expect(await both.refusal('guides.review', { ...second, decision: sign('S') })).toBe(
      'CANNOT_FOLLOW',
    );
    await scenario.database.addMany(guides, [
      deskGuide('by-admin', {
        ...{ status: 'inReview', authors: ['wx-admin'], waitsFor: ['publisher'] },
        reviews: [signature('C', '陈老师'), signature('T', '孙老师')],
      }),
    ]);
    const written = { guideId: 'by-admin', version: 1, regions: [county] };
    expect(await admin.refusal('guides.publish', written)).toBe('FORBIDDEN');
    const self = { postId: 'post-wx-admin', signs: signs('S') };
    expect(await admin.refusal('guides.setReviewer', self)).toBe('FORBIDDEN');
  });

  test('what was withdrawn before it came out keeps its author, who neither signs nor publishes it', async () => {
    const written = await clinician.call('guides.saveDraft', { text: draftText(), submit: true });
    const { guideId } = written;
    await admin.call('guides.withdraw', { guideId, version: 1, reason: '先放一放' });
    const base = { guideId, version: 1, rev: 1 };
    await writer.call('guides.saveDraft', { base, text: draftText(), submit: true });
    const second = { guideId, version: 2 };
    expect(await mine(clinician)).not.toContain(guideId);
    expect(await clinician.refusal('guides.review', { ...second, decision: sign('C') })).toBe(
      'FORBIDDEN',
    );
    // What came out had its reviewers: they may sign the next version, whoever wrote the first.
    await scenario.database.addMany(guides, [
      deskGuide('was-out', {
        ...{ status: 'withdrawn', authors: ['wx-chen'], publishedAt: monday, rev: 1 },
      }),
    ]);
    const out = { guideId: 'was-out', version: 1, rev: 1 };
    await writer.call('guides.saveDraft', { base: out, text: draftText(), submit: true });
    const next = { guideId: 'was-out', version: 2, decision: sign('C') };
    expect((await clinician.call('guides.review', next)).waitsFor).toEqual(['T']);
  });

  test('what nobody is left to sign is sent back by a publisher, unless it is their own', async () => {
    const stuck = {
      ...{ status: 'inReview' as const, waitsFor: ['publisher' as const] },
      ...{ reviewers: ['C' as const, 'C' as const], reviews: [signature('C', '陈老师')] },
    };
    await scenario.database.addMany(guides, [
      deskGuide('stuck', { ...stuck, authors: ['wx-li'], signers: ['wx-chen'] }),
      deskGuide('stuck-own', { ...stuck, authors: ['wx-admin'], signers: ['wx-chen'] }),
      deskGuide('waits', { status: 'inReview', waitsFor: ['C'] }),
    ]);
    const decision = { kind: 'sendBack' as const, reasons: '请再选一位签字的人。' };
    const back = (guideId: string) => ({ guideId, version: 1, decision });
    const { guide } = await admin.call('guides.showDraft', { guideId: 'stuck', version: 1 });
    expect(guide.may).toMatchObject({ publish: false, sendBack: true });
    expect((await admin.call('guides.review', back('stuck'))).status).toBe('needsChange');
    expect(await admin.refusal('guides.review', back('stuck-own'))).toBe('FORBIDDEN');
    expect((await admin.call('guides.review', back('waits'))).status).toBe('needsChange');
  });

  test('a text with a fault is kept as a draft and cannot be submitted', async () => {
    const faulty = { ...draftText(), purpose: '打 12356 就好。', words: [] };
    expect(await writer.refusal('guides.saveDraft', { text: faulty, submit: true })).toBe(
      'INVALID_INPUT',
    );
    expect((await writer.call('guides.saveDraft', { text: faulty, submit: false })).state).toBe(
      'saved',
    );
  });

  test('of two who write at once the second gets the other text, and nothing is lost', async () => {
    const begun = await writer.call('guides.saveDraft', { text: draftText(), submit: false });
    const base = { guideId: begun.guideId, version: 1, rev: 1 };
    const [one, other] = ['一个人写的', '另一个人写的'];
    const save = (who: Person, title: string, rev = 1) =>
      who.call('guides.saveDraft', {
        ...{ base: { ...base, rev }, text: { ...draftText(), title }, submit: false },
      });
    expect(await save(writer, one)).toMatchObject({ state: 'saved', rev: 2 });
    const second = await save(clinician, other);
    expect(second).toMatchObject({ state: 'changed', rev: 2, text: { title: one } });
    expect(await save(clinician, other, 2)).toMatchObject({ state: 'saved', rev: 3 });
    const { guide } = await writer.call('guides.showDraft', { guideId: begun.guideId, version: 1 });
    expect([guide.text.title, guide.mine]).toEqual([other, true]);
  });

  test('set for a time it is published by itself, once, and the older version makes room', async () => {
    const reviews = [signature('C', '陈老师'), signature('T', '孙老师')];
    const ready = { status: 'inReview' as const, waitsFor: ['publisher' as const], reviews };
    await scenario.database.addMany(guides, [
      deskGuide('timed', { status: 'published', reviews, reviewDueDay: '2027-11-20' }),
      deskGuide('timed', { ...ready, version: 2, title: '新的一版' }),
    ]);
    const second = { guideId: 'timed', version: 2, regions: [wholeCountry] };
    expect(await admin.refusal('guides.publish', { ...second, at: monday - 1 })).toBe(
      'INVALID_INPUT',
    );
    await admin.call('guides.publish', { ...second, at: monday + 2 * hourMs });
    await admin.call('guides.publish', { ...second, at: monday + hourMs });
    await scenario.test.runJobs();
    const shown = async () =>
      (await scenario.as('somebody').call('guides.getGuide', { guideId: 'timed' })).guide.version;
    expect(await shown()).toBe(1);
    moveClock(hourMs);
    await scenario.test.runJobs();
    expect(await shown()).toBe(2);
    const first = await scenario.database.get(guides, 'timed_1');
    expect(first?.status).toBe('replaced');
    const ids = await idsFor();
    expect(ids.filter((id) => id === 'timed')).toHaveLength(1);
  });

  test('whoever published is told once that the signatures run out, and finds it in a list', async () => {
    const due = { status: 'published' as const, publishedIn: county, reviewDueDay: '2026-12-20' };
    await scenario.database.addMany(guides, [deskGuide('near', due)]);
    moveClock(dayMs);
    await scenario.test.runJobs();
    moveClock(hourMs);
    await scenario.test.runJobs();
    const { notices } = await admin.call('notify.listInbox', {});
    expect(
      notices.filter(({ kind, guide }) => kind === 'guideDue' && guide?.id === 'near'),
    ).toHaveLength(1);
    const { rows } = await admin.call('guides.listDrafts', { list: 'due' });
    expect(rows.map(({ guideId }) => guideId)).toEqual(['near']);
  });

  test('a long list comes page by page, none left out and none twice', async () => {
    // Thirty at one moment are more than a page.
    const many = Array.from({ length: 90 }, (_, at) =>
      deskGuide(`many-${at}`, { editedAt: monday - Math.floor(at / 30) }),
    );
    await scenario.database.addMany(guides, many);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await writer.call('guides.listDrafts', { list: 'draft', cursor });
      seen.push(...page.rows.map(({ guideId }) => guideId));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen.filter((id) => id.startsWith('many-'))).toHaveLength(many.length);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('figures count each listener once, by township, when a month is over, in whole tens', async () => {
    await scenario.database.addMany(guides, [
      deskGuide('counted', { status: 'published', reviewDueDay: '2027-11-20' }),
    ]);
    await scenario.database.addMany(
      regions,
      [township, otherSchool.township].map((_id) => ({
        ...{ _id, name: '一镇', countyName: '一县' },
      })),
    );
    const heard = { guideId: 'counted', version: 1, blocks: 4, of: 4, at: monday };
    const contacts = ['book' as const];
    for (let number = 0; number < fewest + 2; number += 1) {
      const me = await scenario.family({ at: otherSchool });
      await me.call('guides.saveProgress', { items: [heard] });
      await me.call('guides.saveProgress', { items: [{ ...heard, contacts }] });
      await me.call('guides.answerQuestion', { guideId: 'counted', version: 1, answer: 0 });
    }
    const few = await scenario.family();
    await few.call('guides.saveProgress', { items: [{ ...heard, contacts }] });
    const far = await scenario.family({ at: farSchool });
    await far.call('guides.saveProgress', { items: [heard] });
    const none = { heard: 0, answered: 0, right: 0, contacts: 0 };
    // What grows while one looks would tell when somebody listened.
    expect(await admin.call('guides.showFigures', { guideId: 'counted' })).toEqual({
      ...{ total: none, townships: [] },
    });
    setClock(startOfDay('2026-12-01') + hourMs);
    await countFigures(scenario.database, Date.now());
    const late = await scenario.family({ at: otherSchool });
    await late.call('guides.saveProgress', { items: [heard] });
    await closeGuideMonth(scenario.database, '2026-11');
    const ten = { heard: 10, answered: 10, right: 10, contacts: 10 };
    expect(await admin.call('guides.showFigures', { guideId: 'counted' })).toEqual({
      ...{ through: '2026-11', total: ten },
      // The first of the county is never shown by itself: it hides the others in the sum.
      townships: [{ township: otherSchool.township, ...ten }],
    });
  });
});
