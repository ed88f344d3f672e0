import fc from 'fast-check';
import * as v from 'valibot';
import { actionNames, AnswerSchema, contract, type ActionName } from '@contract';
import { dump } from '../support/dump';
import { everyone, type Everyone } from '../support/everyone';
import { newRequestId, type Person } from '../support/person';

/** What no field of ours takes, whatever it is called. */
const wrong: unknown[] = [
  ...[null, true, -1, 0.5, 1e300, '', ' ', '\u0000', '../../people', '__proto__', '<b>'],
  ...['x'.repeat(5_000), [], ['x', 'x'], {}, { $ne: null }, { $gt: '' }, { $where: 'sleep(1)' }],
];

/** Inputs that are no object, or an object with something in it that nobody asked for. */
const shapes: [name: string, of: (valid: object) => unknown][] = [
  ['nothing', () => undefined],
  ['null', () => null],
  ['a text', () => 'x'],
  ['a number', () => 7],
  ['a list', () => []],
  ['a list of itself', (valid) => [valid]],
  ['a forged openid', (valid) => ({ ...valid, openid: 'demo-admin' })],
  ['a forged OPENID', (valid) => ({ ...valid, OPENID: 'demo-admin', userInfo: { openId: 'x' } })],
  ['a polluted prototype', (valid) => parse(`{"__proto__":{"roles":["admin"]},${inside(valid)}`)],
  ['a polluted constructor', (valid) => ({ ...valid, constructor: { prototype: { a: 1 } } })],
];

const inside = (valid: object) => JSON.stringify({ ...valid, roles: ['admin'] }).slice(1);

function parse(text: string): unknown {
  return JSON.parse(text);
}

describe('malformed requests', () => {
  let all: Everyone;
  let before: Record<string, unknown[]>;

  beforeAll(async () => {
    all = await everyone();
    before = await dump(all.scenario.database);
  });
  afterAll(async () => {
    await nothingWritten();
    await all.scenario.close();
  });

  const nothingWritten = async () =>
    expect(await dump(all.scenario.database)).toStrictEqual(before);

  const people = (): Person[] => [all.family, all.counsellor, all.stranger];

  /** The code of the answer, which must be one of ours and tell nothing of our insides. */
  async function codeOf(event: Record<string, unknown>, who: Person = all.family) {
    const raw = await who.send(event);
    const answer = v.parse(AnswerSchema, raw);
    expect(JSON.stringify(raw)).not.toMatch(/\bat \S+:\d|node_modules|cloudfunctions|Error/);
    if (answer.ok) return 'OK';
    expect(answer.error.message).toMatch(/。$/);
    return answer.error.code;
  }

  describe.each(actionNames)('%s', (action: ActionName) => {
    // Once an action, not once a test: it reads every collection.
    afterAll(nothingWritten);

    test.each(shapes)('refuses %s', async (_name, of) => {
      for (const who of people()) {
        const input = of(all.inputs[action]);
        expect(await codeOf({ action, input, requestId: newRequestId() }, who)).toBe(
          'INVALID_INPUT',
        );
      }
    });

    test('refuses wrong values field by field, and a field that is missing', async () => {
      const valid = all.inputs[action];
      const schema = contract[action].input;
      for (const field of Object.keys(valid)) {
        for (const value of [undefined, ...wrong]) {
          const input = { ...valid, [field]: value };
          // What the contract allows here (a text may be any text) is no business of this test.
          if (v.is(schema, input)) continue;
          const event = { action, input: parse(JSON.stringify(input)), requestId: newRequestId() };
          expect([field, value, await codeOf(event)]).toEqual([field, value, 'INVALID_INPUT']);
        }
      }
    });

    test('refuses a megabyte', async () => {
      const input = { ...all.inputs[action], nickname: '长'.repeat(350_000) };
      expect(await codeOf({ action, input, requestId: newRequestId() })).toBe('TOO_LARGE');
    });

    test('answers whatever JSON comes with a typed error', async () => {
      const schema = contract[action].input;
      const junk = fc.jsonValue({ maxDepth: 3 }).filter((input) => !v.is(schema, input));
      await fc.assert(
        fc.asyncProperty(junk, async (input) => {
          expect(await codeOf({ action, input, requestId: newRequestId() })).toBe('INVALID_INPUT');
        }),
        { numRuns: 20 },
      );
    });
  });

  test.each(['', 'nonsense', 'booking.Book', '__proto__', 'constructor', 'toString', '账号'])(
    'an action called "%s" is unknown',
    async (action) => {
      const event = { action, input: {}, requestId: newRequestId() };
      expect(await codeOf(event)).toBe('UNKNOWN_ACTION');
    },
  );

  test.each([
    undefined,
    null,
    7,
    {},
    [],
    '',
    'short',
    'a b c d e f',
    'x'.repeat(65),
    '一二三四五六七八',
  ])('a requestId %p is refused', async (requestId) => {
    const event = { action: 'account.home', input: {}, requestId };
    expect(await codeOf(event)).toBe('INVALID_INPUT');
  });

  test.each([undefined, null, 7, {}, ['account.home']])(
    'an action that is no text (%p) is refused',
    async (action) => {
      const event = { action, input: {}, requestId: newRequestId() };
      expect(await codeOf(event)).toBe('INVALID_INPUT');
    },
  );

  test('an event that is no object is refused', async () => {
    const { withCaller } = await import('../../../local-cloud');
    const { main } = await import('../../../cloudfunctions/app');
    for (const event of [undefined, null, 'x', 7, []]) {
      const answer = await withCaller('adult-1', () => main(event));
      expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    }
  });

  test('an openid beside the input does not make anybody somebody else', async () => {
    const event = { action: 'account.home', input: {}, requestId: newRequestId() };
    const forged = { ...event, openid: 'wx-li', OPENID: 'wx-li', WX_OPENID: 'wx-li' };
    const answer = await all.stranger.send(forged);
    expect(answer).toMatchObject({ ok: true, data: { person: { signedIn: false } } });
  });

  test.each([
    ['booking.listDay', { day: '9999-12-31' }],
    ['booking.listDay', { day: '0000-01-01' }],
    ['booking.listDay', { day: '2026-02-31' }],
    ['booking.listAppointments', { when: 'past', before: Number.MAX_VALUE }],
    ['booking.listAppointments', { when: 'past', before: 0 }],
    ['directory.listSchools', { county: '000000', cursor: '\u{10ffff}' }],
    ['directory.getService', { id: '__proto__' }],
    ['booking.cancel', { appointmentId: '__proto__' }],
    ['booking.holdSlot', { slotId: 'constructor', childId: 'child-1' }],
    ['booking.findSlots', { childId: 'child-1', day: '9999-12-31' }],
    ['booking.findSlots', { childId: 'child-1', day: '2026-02-31' }],
  ])('%s survives %j', async (action, input) => {
    for (const who of people()) {
      const code = await codeOf({ action, input, requestId: newRequestId() }, who);
      expect(code).not.toBe('INTERNAL');
    }
    before = await dump(all.scenario.database);
  });
});
