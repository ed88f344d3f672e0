import { writeFileSync } from 'node:fs';
import { actionNames, contract, type ActionName } from '@contract';
import { everyone, personNames, relations, type Everyone, type Relation } from '../support/everyone';

describe('x', () => {
  let all: Everyone;
  beforeAll(async () => {
    all = await everyone();
  });
  afterAll(async () => {
    await all.scenario.close();
  });
  test('walk', async () => {
    const out: string[] = [];
    for (const action of actionNames) {
      for (const relation of relations) {
        const row: string[] = [];
        for (const name of personNames) {
          const input = all.inputsFor[relation][action];
          const answer = JSON.stringify(await all.persons[name].send({ action, input, requestId: 'access-matrix-1' }));
          const code = /"code":"(\w+)"/.exec(answer)?.[1] ?? 'OK';
          row.push(code);
          if (contract[action].effect !== 'read' || code==='OK') await all.restore();
        }
        out.push([action, relation, ...row].join(' '));
      }
    }
    writeFileSync('/tmp/matrix-i4.txt', out.join('\n'));
  }, 200000);
});
