import { actionNames, contract, type ActionName } from '@contract';
import { alerts, unheard } from '../../../cloudfunctions/platform/collections';
import { command } from '../../../cloudfunctions/platform/database';
import { accessTable, allowed, codeOfLetter } from '../support/access-matrix';
import {
  everyone,
  personNames,
  relations,
  type Everyone,
  type PersonName,
  type Relation,
} from '../support/everyone';

interface Row {
  action: ActionName;
  relation: Relation;
  /** One expected code a person. */
  codes: string[];
}

function readTable(): Row[] {
  return accessTable
    .trim()
    .split('\n')
    .map((line) => {
      const [, name = '', whose = '', letters = ''] =
        /^\s*(\S+)\s+(.*?)\s{2,}([-+a-z ]+)$/.exec(line) ?? [];
      const action = actionNames.find((one) => one === name);
      const relation = relations.find((one) => one === whose);
      if (!action || !relation) throw new Error(`the table has a line that says nothing: ${line}`);
      const codes = Array.from(letters.replaceAll(' ', ''), (letter) => codeOfLetter[letter] ?? '');
      return { action, relation, codes };
    });
}

const rows = readTable();
const rowsOf = (action: ActionName) => rows.filter((row) => row.action === action);

describe('who may do what', () => {
  let all: Everyone;
  let cases = 0;
  let refusals = 0;

  beforeAll(async () => {
    all = await everyone();
  });
  afterAll(async () => {
    await all.scenario.close();
  });

  /** The answer as it came, without what differs from request to request: nothing does. */
  async function answerOf(name: PersonName, action: ActionName, relation: Relation) {
    const input = all.inputsFor[relation][action];
    const requestId = `access-matrix-${personNames.indexOf(name)}`;
    const answer = JSON.stringify(await all.persons[name].send({ action, input, requestId }));
    const { code } = /^\{"ok":false,"error":\{"code":"(?<code>\w+)"/.exec(answer)?.groups ?? {};
    return { answer, code: code ?? 'OK' };
  }

  test('the contract, the actions and the table are the same list', async () => {
    const { actions } = await import('../../../cloudfunctions/areas');
    expect(Object.fromEntries(actions.map(({ name, allow }) => [name, allow]))).toEqual(allowed);
    expect(actions.map(({ name }) => name).sort()).toStrictEqual([...actionNames].sort());
    expect([...new Set(rows.map(({ action }) => action))].sort()).toStrictEqual(
      [...actionNames].sort(),
    );
    for (const { codes } of rows) expect(codes).toHaveLength(personNames.length);
  });

  test.each(actionNames)('%s: as the table says, and a refusal tells nothing', async (action) => {
    for (const [at, name] of personNames.entries()) {
      const refused: Partial<Record<Relation, string>> = {};
      for (const { relation, codes } of rowsOf(action)) {
        const { answer, code } = await answerOf(name, action, relation);
        cases += 1;
        expect([relation, name, code]).toEqual([relation, name, codes[at]]);
        if (code !== 'OK') refused[relation] = answer;
        else if (contract[action].effect !== 'read') await all.restore();
      }
      // Byte by byte the same for what is somebody else's and for what never existed.
      for (const [relation, answer] of Object.entries(refused)) {
        if (refused.none === undefined || isOwn(name, relation)) continue;
        if (isOnDesk(action, name, relation)) continue;
        refusals += 1;
        expect([relation, name, answer]).toEqual([relation, name, refused.none]);
      }
    }
  });

  /** A refusal about one's own child, or a visit of one's own day, may say why. */
  function isOwn(name: PersonName, relation: string): boolean {
    const own: Partial<Record<PersonName, string[]>> = {
      ...{ grandma: ['own'], father: ['own'], neighbour: ['same school'] },
      ...{ hills: ['other school'], faraway: ['other county'] },
      ...{ counsellor: ['own', 'same school'], otherCounsellor: ['other school'] },
    };
    return own[name]?.includes(relation) ?? false;
  }

  /** Who of safeguarding may read an alert is told why they may not change it. */
  function isOnDesk(action: ActionName, name: PersonName, relation: string): boolean {
    const desk: PersonName[] = ['director', 'counsellor', 'admin'];
    return action.startsWith('safety.') && desk.includes(name) && relation !== 'other county';
  }

  /** Whose nicknames may stand in what somebody reads without naming a child. */
  const mayRead: Record<PersonName, string[]> = {
    ...{ grandma: ['小石头'], father: ['小石头'], neighbour: ['豆豆'], hills: ['小枫'] },
    ...{ faraway: ['远远'], teacher: ['小石头', '豆豆'], otherTeacher: ['小枫'] },
    ...{ director: ['小石头', '豆豆'], counsellor: ['小石头', '豆豆'], otherCounsellor: ['小枫'] },
    ...{ schoolAdmin: [], admin: [], otherAdmin: [], stranger: [] },
  };

  /** Who waits is ordered for the whole county, so its counsellors see all of it. */
  const readable = (action: ActionName, name: PersonName) => {
    // So is what safeguarding has, for whoever is on duty there.
    const whole = action === 'booking.listRequests' || action.startsWith('safety.');
    if (!whole) return mayRead[name];
    return name === 'otherAdmin' ? ['远远'] : ['小石头', '豆豆', '小枫'];
  };

  test('a list holds the children of whoever asks, and nobody else’s', async () => {
    const everybody = ['小石头', '豆豆', '小枫', '远远'];
    const lists = actionNames.filter(
      (action) => contract[action].effect === 'read' && rowsOf(action).length === 1,
    );
    const found = new Set<string>();
    for (const action of lists) {
      for (const name of personNames) {
        const { answer } = await answerOf(name, action, 'own');
        const read = everybody.filter((nickname) => answer.includes(nickname));
        for (const nickname of read) {
          found.add(nickname);
          expect([action, name, readable(action, name)]).toEqual([
            action,
            name,
            expect.arrayContaining([nickname]),
          ]);
        }
        // The posts of the tests are named after their holders.
        expect(answer).not.toMatch(/(?<!post-)(adult-|wx-)/);
      }
    }
    expect([...found].sort()).toStrictEqual([...everybody].sort());
  });

  test('no account of a family reads anything else when nothing is raised about its child', async () => {
    const { database } = all.scenario;
    const families = {
      ...{ grandma: 'own', father: 'own', neighbour: 'same school' },
      ...{ hills: 'other school', faraway: 'other county' },
    } as const satisfies Partial<Record<PersonName, Relation>>;
    const adults = ['grandma', 'father', 'neighbour', 'hills', 'faraway'] as const;
    const readAll = async () => {
      const answers: string[] = [];
      for (const action of actionNames.filter((one) => contract[one].effect === 'read')) {
        for (const name of adults) {
          const { answer } = await answerOf(name, action, families[name]);
          // A link is made anew for every look.
          answers.push(`${action} ${name} ${answer.replaceAll(/"url":"[^"]*"/g, '"url"')}`);
        }
      }
      return answers;
    };
    const raised = await readAll();
    await database.removeWhere(alerts, { _id: command.gt('') });
    await database.removeWhere(unheard, { _id: command.gt('') });
    expect(await readAll()).toStrictEqual(raised);
    await all.restore();
    for (const action of actionNames.filter((one) => one.startsWith('safety.'))) {
      if (action === 'safety.whoIsOnDuty' || action === 'safety.reportLine') continue;
      for (const name of adults) {
        expect([action, name, (await answerOf(name, action, 'own')).code]).toEqual([
          ...[action, name, 'FORBIDDEN'],
        ]);
      }
    }
  });

  test('a member of staff sees the people they answer for, and nobody of another place', async () => {
    const posts = async (name: PersonName) =>
      (await all.persons[name].call('account.listStaff', {})).posts.map(({ id }) => id).sort();
    expect(await posts('schoolAdmin')).toStrictEqual(['post-wx-head', 'post-wx-wang']);
    expect(await posts('admin')).not.toContain('post-wx-teacher-far');
    expect(await posts('otherAdmin')).toStrictEqual(['post-wx-admin-far', 'post-wx-teacher-far']);
  });

  test('so many cases, and not one leak', () => {
    process.stdout.write(`access matrix: ${cases} cases, ${refusals} refusals compared, 0 leaks\n`);
    expect(cases).toBe(rows.length * personNames.length);
    expect(cases).toBeGreaterThan(1700);
    expect(refusals).toBeGreaterThan(700);
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
