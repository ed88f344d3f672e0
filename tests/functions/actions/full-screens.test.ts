import type { ActionName, InputOf } from '@contract';
import { dayMs, dayOf } from '@rules/dates';
import { treeId } from '../../../demo/families/demonstration';
import { mulberry32 } from '../../../demo/random';
import type { Size } from '../../../demo/size';
import { monday, setClock } from '../support/clock';
import { captureLog, type CapturedLog } from '../support/log';
import { newRequestId } from '../support/person';
import { startTestCloud, type TestCloud } from '../support/test-cloud';

/** design.md, "Budgets": the answer to one call, however much there is. */
const answerBytes = 16 * 1024;

describe.each<Size>(['demo', 'full'])('what the pages ask for in the %s county', (size) => {
  let test_: TestCloud;
  let log: CapturedLog;

  beforeAll(async () => {
    setClock(monday);
    test_ = await startTestCloud();
    log = captureLog();
    const { seedDemo } = await import('../../../demo/seed');
    await seedDemo({ now: monday, size, random: mulberry32(1) });
  });
  afterAll(async () => {
    await test_.close();
    log.stop();
    jest.useRealTimers();
  });

  const county = async () => {
    const { townships } = await test_.as('demo-stranger').call('directory.listRegions', {});
    const code = townships[0]?.code ?? '';
    return { code, county: code.slice(0, 6) };
  };

  async function bytesOf<Name extends ActionName>(who: string, action: Name, input: InputOf<Name>) {
    const answer = await test_.as(who).send({ action, input, requestId: newRequestId() });
    expect(answer).toMatchObject({ ok: true });
    return Buffer.byteLength(JSON.stringify(answer));
  }

  test.each(['demo-grandma', 'demo-father', 'demo-counsellor', 'demo-director', 'demo-stranger'])(
    'the first screen of %s is small',
    async (who) => {
      expect(await bytesOf(who, 'account.home', {})).toBeLessThanOrEqual(answerBytes);
    },
  );

  test('so is every page of the directory', async () => {
    const { code, county: of } = await county();
    const who = 'demo-stranger';
    const input = { county: of, from: code };
    expect(await bytesOf(who, 'directory.listServices', input)).toBeLessThanOrEqual(answerBytes);
    expect(await bytesOf(who, 'directory.listSchools', { county: of })).toBeLessThanOrEqual(
      answerBytes,
    );
    expect(await bytesOf(who, 'directory.listHotlines', { county: of })).toBeLessThanOrEqual(
      answerBytes,
    );
    expect(await bytesOf(who, 'directory.listRegions', {})).toBeLessThanOrEqual(answerBytes);
  });

  test('so are the times, the appointments and a full day', async () => {
    const who = 'demo-grandma';
    const times = await bytesOf(who, 'booking.findSlots', { childId: treeId });
    expect(times).toBeLessThanOrEqual(answerBytes);
    for (const when of ['upcoming', 'past'] as const) {
      const list = await bytesOf(who, 'booking.listAppointments', { when });
      expect(list).toBeLessThanOrEqual(answerBytes);
    }
    for (let ahead = 0; ahead < 7; ahead += 1) {
      const day = dayOf(monday + ahead * dayMs);
      const plan = await bytesOf('demo-counsellor', 'booking.listDay', { day });
      expect(plan).toBeLessThanOrEqual(answerBytes);
    }
  });
});
