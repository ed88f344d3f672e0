import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Ajv from 'ajv';
import * as v from 'valibot';
import { actionNames } from '@contract';
import { errorCodes } from '@contract/errors';
import { everyone, type Everyone } from '../support/everyone';

const FileSchema = v.object({
  name: v.string(),
  allow: v.string(),
  errors: v.array(v.picklist(errorCodes)),
  input: v.record(v.string(), v.unknown()),
  output: v.record(v.string(), v.unknown()),
});

describe('npm run contract', () => {
  let all: Everyone;
  let folder: string;

  beforeAll(async () => {
    all = await everyone();
    folder = mkdtempSync(path.join(tmpdir(), 'xinqiao-contract-'));
    const { writeContract } = await import('../../../config/contract');
    expect(await writeContract(folder)).toBe(actionNames.length);
  });
  afterAll(async () => {
    await all.scenario.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const fileOf = (name: string) =>
    v.parse(FileSchema, JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')));

  test('writes one file an action and the reference, which names them all', () => {
    const files = actionNames.map((name) => `${name}.json`);
    expect(readdirSync(folder).sort()).toStrictEqual([...files, 'README.md', 'access.md'].sort());
    const reference = readFileSync(path.join(folder, 'README.md'), 'utf8');
    for (const name of actionNames) expect(reference).toContain(`### ${name}\n`);
    const access = readFileSync(path.join(folder, 'access.md'), 'utf8');
    for (const name of actionNames) expect(access).toContain(`| ${name} |`);
    expect(access).toMatch(/\| account\.claimSystem \|.*\| 5 \|/);
    for (const code of errorCodes) expect(reference).toContain(`| ${code} |`);
  });

  test.each(actionNames)('the schemas of %s take what the action takes and gives', async (name) => {
    const { input, output } = fileOf(name);
    const ajv = new Ajv({ strict: false, validateFormats: false });
    expect(ajv.validate(input, all.inputs[name])).toBe(true);
    expect(ajv.validate(input, { ...all.inputs[name], openid: 'demo-admin' })).toBe(false);
    const who = all.doer(name);
    const requestId = `contract-${name.replace('.', '-')}`;
    const answer = await who.send({ action: name, input: all.inputs[name], requestId });
    const { data } = v.parse(v.object({ ok: v.literal(true), data: v.unknown() }), answer);
    expect(ajv.validate(output, data)).toBe(true);
    await all.restore();
  });

  test('the errors of booking are those it can meet', () => {
    const { errors } = fileOf('booking.book');
    for (const code of ['SLOT_TAKEN', 'HOLD_EXPIRED', 'CHILD_BUSY', 'PHONE_NEEDED', 'BUSY']) {
      expect(errors).toContain(code);
    }
    expect(fileOf('directory.listRegions').errors).not.toContain('NOT_SIGNED_IN');
  });
});
