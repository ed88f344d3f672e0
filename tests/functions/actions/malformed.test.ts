import fc from 'fast-check';
import * as v from 'valibot';
import { actionNames, AnswerSchema, contract, type ActionName } from '@contract';
import type { Dump } from '../support/dump';
import { everyone, relations, type Everyone } from '../support/everyone';
import { malformedInputs } from '../support/malformed';
import { newRequestId, type Person } from '../support/person';

/** For every action, so many inputs generated from its schema. */
const generated = 60;
/** Sent at once: the cloud answers them side by side, as it would answer many phones. */
const atOnce = 25;

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
  let before: Dump;
  let sent = 0;

  beforeAll(async () => {
    all = await everyone();
    before = await all.dump();
  });
  afterAll(async () => {
    await nothingWritten();
    await all.scenario.close();
  });

  const nothingWritten = async () => expect(await all.dump()).toStrictEqual(before);

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
    afterAll(nothingWritten);

    test('refuses every wrong shape', async () => {
      // An input is read before anybody is looked up: one after the other's turn is enough.
      const everybody = [all.family, all.counsellor, all.stranger];
      for (const [at, [name, of]] of shapes.entries()) {
        const who = everybody[at % everybody.length] ?? all.family;
        const code = await codeOf(
          { action, input: of(all.inputs[action]), requestId: newRequestId() },
          who,
        );
        expect([name, code]).toEqual([name, 'INVALID_INPUT']);
      }
    });

    test(`refuses ${generated} inputs generated from its schema`, async () => {
      const inputs = fc.sample(
        malformedInputs(contract[action].input, all.inputs[action]),
        generated,
      );
      for (let from = 0; from < inputs.length; from += atOnce) {
        const batch = inputs.slice(from, from + atOnce);
        const codes = await Promise.all(
          batch.map((input, at) => {
            const who = at % 5 === 0 ? all.stranger : all.doer(action);
            return codeOf({ action, input, requestId: newRequestId() }, who);
          }),
        );
        for (const [at, code] of codes.entries()) {
          sent += 1;
          expect([batch[at], code]).toEqual([batch[at], 'INVALID_INPUT']);
        }
      }
    });

    test('refuses what is well-formed and somebody else’s, and changes nothing by it', async () => {
      for (const relation of relations) {
        const input = all.inputsFor[relation][action];
        for (const who of [all.persons.otherCounsellor, all.stranger]) {
          const answer = await who.send({ action, input, requestId: newRequestId() });
          expect(answer).not.toMatchObject({ error: { code: 'INTERNAL' } });
        }
      }
      await all.restore();
    });

    test('refuses a megabyte', async () => {
      const input = { ...all.inputs[action], nickname: '长'.repeat(350_000) };
      expect(await codeOf({ action, input, requestId: newRequestId() })).toBe('TOO_LARGE');
    });
  });

  test('so many inputs were generated, and none of them crashed anything', () => {
    process.stdout.write(`malformed inputs: ${sent} generated, 0 crashes\n`);
    expect(sent).toBe(actionNames.length * generated);
    const faults = all.scenario.log.lines.filter((line) => line.includes('"code":"INTERNAL"'));
    expect(faults).toStrictEqual([]);
  });

  const writes = actionNames.filter((name) => contract[name].effect === 'write');

  describe.each(writes)('%s, sent again', (action) => {
    afterAll(() => all.restore());

    test('gives the same answer for the same payload, and changes nothing again', async () => {
      const who = all.doer(action);
      const event = {
        action,
        input: all.inputs[action],
        requestId: `again-${action}`.replace('.', '-'),
      };
      const first = await who.send(event);
      expect(first).toMatchObject({ ok: true });
      const after = await withoutCounting();
      expect(await who.send(event)).toStrictEqual(first);
      const together = await Promise.all(Array.from({ length: 5 }, () => who.send(event)));
      for (const answer of together) expect(answer).toStrictEqual(first);
      // With another payload, also of another action, the id is refused.
      const other = { ...event, action: 'family.addChild', input: all.inputs['family.addChild'] };
      const changed =
        action === 'family.addChild'
          ? { ...event, input: { ...all.inputs[action], nickname: '别的' } }
          : other;
      const signedIn = await who.send(changed);
      expect(signedIn).toMatchObject({ ok: false, error: { code: 'REQUEST_REUSED' } });
      expect(await withoutCounting()).toStrictEqual(after);
    });

    /** What is counted is counted again: how often somebody asked, and who looked. */
    async function withoutCounting() {
      const { quotas: _quotas, accessLog: _accessLog, ...rest } = await all.dump();
      return rest;
    }
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
    for (const who of [all.family, all.counsellor, all.stranger]) {
      const code = await codeOf({ action, input, requestId: newRequestId() }, who);
      expect(code).not.toBe('INTERNAL');
    }
    before = await all.dump();
  });
});
