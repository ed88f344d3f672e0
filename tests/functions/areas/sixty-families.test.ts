import type { ActionName, InputOf } from '@contract';
import { consentVersions } from '@contract/consent';
import { purposes } from '@contract/enums';
import { limits } from '@contract/limits';
import { hourMs } from '@rules/dates';
import { children, people } from '../../../cloudfunctions/platform/collections';
import { moveClock } from '../support/clock';
import { school, township } from '../support/documents';
import { newRequestId, type Person } from '../support/person';
import { Scenario } from '../support/scenario';

/** design.md, "Budgets": the answer to one call. */
const answerBytes = 16 * 1024;

/** A child director who acts for as many families as one may: nothing grows too large for a call. */
describe('sixty families', () => {
  let scenario: Scenario;
  let director: Person;
  const ids: string[] = [];

  beforeAll(async () => {
    scenario = await Scenario.start();
    director = await scenario.staff({ openid: 'wx-zhou', role: 'director', township });
    const agreed = purposes.map((purpose) => {
      return { purpose, agree: true, version: consentVersions[purpose] };
    });
    for (let at = 0; at < limits.childrenPerProxy; at += 1) {
      // An hour has its limits.
      if (at % 50 === 0) moveClock(hourMs);
      const { id: childId } = await director.call('family.addChildByProxy', {
        // As long as a name may be, and of the largest letters.
        ...{ nickname: '𠮷'.repeat(limits.nicknameCharacters), birthYear: 2017, birthMonth: 12 },
        ...{ schoolId: school._id, caregiver: 'maternalGrandmother', phone: '13700000001' },
      });
      ids.push(childId);
      await director.call('account.giveConsent', { childId, choices: agreed });
      const away = { childId, who: 'both' as const, span: 'overHalfYear' as const };
      await director.call('family.confirmStatus', away);
    }
    const schoolName = '柳溪镇第一中心完全小学云雾山教学点';
    await scenario.database.updateWhere(children, { _id: { $in: ids } }, { schoolName });
  }, 300_000);
  afterAll(async () => {
    await scenario.close();
  });

  async function answer<Name extends ActionName>(action: Name, input: InputOf<Name>) {
    const raw = await director.send({ action, input, requestId: newRequestId() });
    expect(raw).toMatchObject({ ok: true });
    return Buffer.byteLength(JSON.stringify(raw));
  }

  test('are read page by page, each once and in order, and no page exceeds its budget', async () => {
    const read: string[] = [];
    let largest = 0;
    for (let cursor: string | undefined; ;) {
      largest = Math.max(largest, await answer('family.listChildren', { cursor }));
      const page = await director.call('family.listChildren', { cursor });
      read.push(...page.children.map(({ id }) => id));
      if (page.next === undefined) break;
      cursor = page.next;
    }
    process.stdout.write(`sixty families: the largest page of children has ${largest} bytes\n`);
    expect(read).toStrictEqual(ids);
    expect(largest).toBeGreaterThan(4096);
    expect(largest).toBeLessThanOrEqual(answerBytes);
  });

  test('are neither in the first screen nor in one part of the export', async () => {
    expect(await answer('account.home', {})).toBeLessThanOrEqual(answerBytes);
    expect((await director.call('account.home', {})).children).toStrictEqual([]);
    expect(await answer('account.exportMyData', { part: 'me' })).toBeLessThanOrEqual(answerBytes);
    const part = { part: 'children' } as const;
    expect(await answer('account.exportMyData', part)).toBeLessThanOrEqual(answerBytes);
  });

  test('fit into the roster', async () => {
    let cursor: string | undefined;
    do {
      expect(await answer('family.listRoster', { cursor })).toBeLessThanOrEqual(answerBytes);
      ({ next: cursor } = await director.call('family.listRoster', { cursor }));
    } while (cursor !== undefined);
  });

  test('whose list is behind in the middle is put right there, and nowhere else', async () => {
    const gone = ids[25] ?? '';
    await scenario.database.update(children, gone, { circle: [] });
    const cursor = ids[19];
    const page = await director.call('family.listChildren', { cursor });
    expect(page.children).toHaveLength(limits.pageSize - 1);
    const kept = (await scenario.database.get(people, 'wx-zhou'))?.children.map(({ id }) => id);
    expect(kept).toStrictEqual(ids.filter((id) => id !== gone));
  });

  test('one who has children of their own finds those on the first screen', async () => {
    await director.call('account.updateSettings', { role: 'caregiver', township });
    const own = await director.call('family.addChild', {
      ...{ nickname: '小树', birthYear: 2017, birthMonth: 3, schoolId: school._id },
      relation: 'maternalGrandmother',
    });
    const { children: shown } = await director.call('account.home', {});
    expect(shown.map(({ id }) => id)).toStrictEqual([own.id]);
  });
});
