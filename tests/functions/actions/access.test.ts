import { actionNames } from '@contract';
import type { Person } from '../support/person';
import { everyone, type Everyone } from '../support/everyone';

type Rule = 'anyone' | 'signed in' | 'circle of the child' | 'counsellor';

/** Who may do what. Changing a rule in the code means changing this table, in the open. */
const matrix: Record<string, Rule> = {
  'account.signIn': 'anyone',
  'account.home': 'anyone',
  'account.updateSettings': 'signed in',
  'directory.listRegions': 'anyone',
  'directory.listServices': 'anyone',
  'directory.getService': 'anyone',
  'directory.listHotlines': 'anyone',
  'directory.listSchools': 'anyone',
  'family.addChild': 'signed in',
  'family.listChildren': 'signed in',
  'booking.findSlots': 'circle of the child',
  'booking.holdSlot': 'circle of the child',
  'booking.releaseSlot': 'signed in',
  'booking.book': 'circle of the child',
  'booking.cancel': 'signed in',
  'booking.listAppointments': 'signed in',
  'booking.listDay': 'counsellor',
  'booking.listenToVoice': 'counsellor',
};

describe('who may do what', () => {
  let all: Everyone;

  beforeAll(async () => {
    all = await everyone();
  });
  afterAll(async () => {
    await all.scenario.close();
  });

  const codeOf = async (who: Person, action: string): Promise<string> => {
    const input: unknown = Object.entries(all.inputs).find(([name]) => name === action)?.[1];
    const answer = await who.send({ action, input, requestId: 'access-matrix-1' });
    return /"code":"(\w+)"/.exec(JSON.stringify(answer))?.[1] ?? 'OK';
  };

  test('the contract, the actions and this matrix are the same list', async () => {
    const { actions } = await import('../../../cloudfunctions/areas');
    expect(Object.fromEntries(actions.map(({ name, allow }) => [name, allow]))).toEqual(matrix);
    expect(actions).toHaveLength(actionNames.length);
    expect(actions.map(({ name }) => name).sort()).toStrictEqual([...actionNames].sort());
  });

  const allowed = (...rules: Rule[]) => actionNames.filter((name) => rules.includes(ruleOf(name)));
  const ruleOf = (name: string): Rule => matrix[name] ?? 'anyone';

  test.each(allowed('signed in', 'circle of the child', 'counsellor'))(
    '%s is nothing for somebody who has not signed in',
    async (action) => {
      expect(await codeOf(all.stranger, action)).toBe('NOT_SIGNED_IN');
    },
  );

  test.each(allowed('circle of the child'))('%s is nothing for another family', async (action) => {
    expect(await codeOf(all.otherFamily, action)).toBe('FORBIDDEN');
    expect(await codeOf(all.counsellor, action)).toBe('FORBIDDEN');
  });

  test.each(allowed('counsellor'))('%s is nothing for a family', async (action) => {
    expect(await codeOf(all.family, action)).toBe('FORBIDDEN');
  });

  test.each(allowed('anyone'))('%s answers somebody never seen', async (action) => {
    const visitor = all.scenario.as(`visitor-of-${action}`);
    expect(await codeOf(visitor, action)).toBe('OK');
  });

  test('a counsellor of another visit does not hear what the family said', async () => {
    const other = await all.scenario.counsellor('wx-yang', 'counsellor-two');
    expect(await codeOf(other, 'booking.listenToVoice')).toBe('NOT_FOUND');
  });

  test('nobody gives themselves a role', async () => {
    for (const role of ['admin', 'counsellor', 'teacher', 'director'] as const) {
      expect(await all.family.refusal('account.updateSettings', { role })).toBe('FORBIDDEN');
    }
    const newcomer = all.scenario.as('wx-newcomer');
    const input = { role: 'admin' };
    const answer = await newcomer.send({ action: 'account.signIn', input, requestId: 'sign-in-1' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  });

  test('a call without an openid is refused', async () => {
    const { withCaller } = await import('../../../local-cloud');
    const { main } = await import('../../../cloudfunctions/app');
    const event = { action: 'account.home', input: {}, requestId: 'no-openid-1' };
    const answer = await withCaller(undefined, () => main(event));
    expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });
});
