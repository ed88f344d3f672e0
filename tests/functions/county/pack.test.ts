import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { limits } from '@contract/limits';
import { dayMs } from '@rules/dates';
import { documentsOf } from '../../../config/county/documents';
import { exportPack } from '../../../config/county/export';
import { importPack } from '../../../config/county/import';
import { invitePosts } from '../../../config/county/invite';
import { readPack, type Pack } from '../../../config/county/pack';
import { wordingFaults } from '../../../config/county/wording';
import {
  counsellors,
  hotlines,
  invitations,
  regions,
  schools,
  services,
} from '../../../cloudfunctions/platform/collections';
import { mulberry32 } from '../../../demo/random';
import { monday, moveClock, setClock } from '../support/clock';
import { CountyInUse } from '../support/county-in-use';
import { captureLog, type CapturedLog } from '../support/log';
import { setupCode, startTestCloud, type TestCloud } from '../support/test-cloud';

const folder = path.resolve(__dirname, '..', '..', '..', 'packs', 'hegu');

async function good(from: string): Promise<Pack> {
  const { pack, faults } = await readPack(from);
  expect(faults).toEqual([]);
  if (!pack) throw new Error('no pack');
  return pack;
}

/** Issue 10, "County pack". */
describe('a county pack', () => {
  let cloud: TestCloud;
  let log: CapturedLog;
  let pack: Pack;

  beforeEach(async () => {
    log = captureLog();
    setClock(monday);
    cloud = await startTestCloud();
    process.env.XINQIAO_COUNTY = '990301';
    delete process.env.XINQIAO_DEMONSTRATION;
    pack = await good(folder);
  });
  afterEach(async () => {
    await cloud.close();
    log.stop();
    jest.useRealTimers();
  });

  const imported = () => importPack(cloud.database, documentsOf(pack, monday), pack, monday);

  test('has no fault, and its own texts are texts of the program', async () => {
    expect(await wordingFaults(pack.wording)).toEqual([]);
    expect(
      await wordingFaults({ help: { 'help.nothing': 'x' }, none: { 'a.b': 'x' } }),
    ).toHaveLength(2);
  });

  test('imported twice it is the same, and it is no demonstration', async () => {
    const first = await imported();
    expect(first.counts).toMatchObject({
      services: { added: 4, changed: 0 },
      schools: { added: 3 },
      regions: { added: 3 },
      counsellors: { added: 2 },
    });
    const again = await imported();
    for (const counts of Object.values(again.counts))
      expect(counts).toMatchObject({ added: 0, changed: 0 });
    expect(again.notInPack).toEqual([]);
    const list = await cloud.database.find(services, { where: { county: '990301' }, limit: 100 });
    expect(list.map(({ demonstration }) => demonstration)).toEqual([false, false, false, false]);
  });

  test('what changed in the pack follows; what was edited in the app stays', async () => {
    await imported();
    const { database } = cloud;
    await database.update(services, 'hegu-03-shanghe-clinic', { cost: '挂号 1 元', rev: 1 });
    await database.add(schools, {
      _id: 'closed',
      county: '990301',
      township: '990301001',
      name: '老学校',
    });
    const changed = {
      ...pack,
      services: pack.services.map((each) => ({
        ...each,
        value: { ...each.value, cost: '都不收费', phone: undefined },
      })),
    };
    const done = await importPack(database, documentsOf(changed, monday), pack, monday);
    expect(done.counts.services).toEqual({ added: 0, changed: 3, same: 1 });
    expect(done.kept).toEqual(['services/hegu-03-shanghe-clinic']);
    expect(done.notInPack).toEqual(['schools/closed']);
    const room = await database.get(services, 'hegu-01-gukou-room');
    expect(room).toMatchObject({ cost: '都不收费' });
    expect(room).not.toHaveProperty('phone');
    expect((await database.get(services, 'hegu-03-shanghe-clinic'))?.cost).toBe('挂号 1 元');
  });
});

const folders = { hegu: folder, yunzhu: path.join(__dirname, 'yunzhu') };

/** Issue 10, "Shown by": invented counties, each in an empty environment, without touching code. */
describe.each(Object.entries(folders))('%s in an empty environment', (_name, from) => {
  let cloud: TestCloud;
  let log: CapturedLog;
  let pack: Pack;

  beforeEach(async () => {
    log = captureLog();
    setClock(monday);
    cloud = await startTestCloud();
    pack = await good(from);
    process.env.XINQIAO_COUNTY = pack.county.code;
    delete process.env.XINQIAO_DEMONSTRATION;
    await importPack(cloud.database, documentsOf(pack, monday), pack, monday);
  });
  afterEach(async () => {
    await cloud.close();
    log.stop();
    jest.useRealTimers();
  });

  test('one booking, one message, one guide', async () => {
    const { county } = pack;
    const used = await CountyInUse.begin(cloud, pack, monday);
    await used.openWeek();
    const { mother, childId } = await used.family();
    const { townships } = await mother.call('directory.listRegions', {});
    expect(townships.map(({ name, countyName }) => [name, countyName])).toEqual(
      county.townships.map(({ name }) => [name, county.name]),
    );

    const { slots } = await mother.call('booking.findSlots', { childId });
    const slotId = slots[0]?.id ?? '';
    await mother.call('booking.holdSlot', { slotId, childId });
    const booked = await mother.call('booking.book', { slotId, childId, worries: ['sleep'] });
    const room = pack.services.find(({ value }) => value.ways.includes('book'))?.value.name;
    expect(booked).toMatchObject({ state: 'booked', placeName: room });
    const { appointments } = await mother.call('booking.listAppointments', { when: 'upcoming' });
    expect(appointments).toHaveLength(1);

    await mother.call('school.sendMessage', {
      ...{ threadId: childId, audience: 'all' },
      content: { kind: 'text', text: '孩子这两天睡得晚' },
    });
    const teacher = used.one('teacher');
    const { rows } = await teacher.call('school.listDesk', {});
    expect(rows).toMatchObject([{ childId, nickname: '小谷' }]);
    const thread = await teacher.call('school.getThread', { threadId: childId });
    expect(JSON.stringify(thread)).toContain('孩子这两天睡得晚');

    const guideId = await used.publishGuide();
    const list = await mother.call('guides.listGuides', {
      audience: 'caregiver',
      township: used.township,
    });
    expect(list.guides.map(({ id }) => id)).toContain(guideId);
    const { guide } = await mother.call('guides.getGuide', { guideId });
    expect(guide.blocks.length).toBeGreaterThan(0);

    const { hotlines: lines } = await mother.call('directory.listHotlines', {
      county: county.code,
    });
    const own = pack.hotlines.map(({ value }) => value.number);
    expect(lines.map(({ number }) => number)).toEqual(
      expect.arrayContaining(['120', '110', '12356', ...own]),
    );
  });

  test('its staff come in by codes that open once, run out, and are worth nothing when renewed', async () => {
    const { database } = cloud;
    await expect(invitePosts(database, pack, monday)).rejects.toThrow('no administrator yet');
    const [first, ...others] = pack.posts.map(({ value }) => value);
    const claim = { code: setupCode, name: first?.name ?? '' };
    await cloud.as('wx-first').call('account.claimSystem', claim);
    const lost = await invitePosts(database, pack, monday);
    expect(lost.held).toEqual([first?.name]);
    expect(lost.invited.map(({ post }) => post.name)).toEqual(others.map(({ name }) => name));
    const again = await invitePosts(database, pack, monday);
    expect(again.replaced).toBe(others.length);

    const finder = cloud.as('wx-finder');
    const codeOf = (all: typeof again, at: number) => ({ code: all.invited[at]?.code ?? '' });
    const accept = 'account.acceptInvitation' as const;
    expect(await finder.refusal(accept, codeOf(lost, 0))).toBe('INVITATION_INVALID');
    const shown = await finder.call('account.showInvitation', codeOf(again, 0));
    expect(shown).toMatchObject({ kind: 'post', name: others[0]?.name, inviterName: first?.name });
    const holder = await cloud.as('wx-staff').call(accept, codeOf(again, 0));
    expect(holder.posts).toMatchObject([{ role: others[0]?.role, county: pack.county.code }]);
    expect(await finder.refusal(accept, codeOf(again, 0))).toBe('INVITATION_INVALID');
    moveClock((limits.postInvitationDays + 1) * dayMs);
    expect(await finder.refusal(accept, codeOf(again, 1))).toBe('INVITATION_INVALID');
    // Who is in is not invited once more.
    const later = await invitePosts(database, pack, Date.now());
    expect(later.held).toEqual([first?.name, others[0]?.name]);
    // Names lie encrypted, and codes not at all.
    const kept = JSON.stringify(
      await database.find(invitations, { where: { expiresAt: { $gt: 0 } }, limit: 100 }),
    );
    for (const { code, post } of later.invited) {
      expect(kept).not.toContain(code);
      expect(kept).not.toContain(post.name);
    }
  });
});

/** The demonstration county is a pack as any other: written as one and read again it is the same. */
describe('the demonstration county as a pack', () => {
  let out: string;
  let log: CapturedLog;

  beforeEach(() => {
    log = captureLog();
    setClock(monday);
    out = mkdtempSync(path.join(tmpdir(), 'xinqiao-pack-'));
  });
  afterEach(() => {
    log.stop();
    jest.useRealTimers();
    rmSync(out, { recursive: true, force: true });
  });

  /** What a pack holds of the county, without what only the app knows. */
  async function shown({ database }: TestCloud) {
    const find = { order: [['_id', 'asc'] as [string, 'asc']], limit: 1000 };
    const of = { ...find, where: { county: '990101' } };
    return {
      regions: await database.find(regions, { ...find, where: {} }),
      services: (await database.find(services, of)).map(({ rev: _rev, ...rest }) => rest),
      schools: await database.find(schools, of),
      hotlines: (
        await database.find(hotlines, {
          where: { region: '990101' },
          order: [['order', 'asc']],
          limit: 100,
        })
      ).map(({ rev: _rev, ...rest }) => rest),
      counsellors: (await database.find(counsellors, of)).map(
        ({ _id, name, gender, languages, skills, services: at }) => ({
          ...{ _id, name, gender, languages, skills, at: at.map(({ id }) => id) },
        }),
      ),
    };
  }

  test.each(['csv', 'xlsx'] as const)('written as %s and imported elsewhere', async (kind) => {
    const first = await startTestCloud();
    const { seedDemo } = await import('../../../demo/seed');
    await seedDemo({ now: monday, size: 'demo', random: mulberry32(1) });
    const counts = await exportPack(first.database, '990101', out, kind);
    expect(counts).toEqual({ townships: 6, services: 18, hotlines: 2, schools: 8, counsellors: 6 });
    const before = await shown(first);
    await first.close();
    const pack = await good(out);
    expect(pack.county.demonstration).toBe(true);
    const second = await startTestCloud();
    await importPack(second.database, documentsOf(pack, monday), pack, monday);
    const after = await shown(second);
    await second.close();
    expect(after).toEqual(before);
    expect(after.services.every(({ demonstration }) => demonstration)).toBe(true);
  });
});
