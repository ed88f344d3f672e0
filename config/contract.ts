/**
 * `npm run contract`: what the mini program and the functions have agreed on, for whoever writes
 * another client or reviews this one. Everything is derived from the list of actions; nothing in
 * dist/contract is written by hand.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { contract, type ActionName } from '../cloudfunctions/contract';
import { errorCodes, errorMeanings, type ErrorCode } from '../cloudfunctions/contract/errors';
import { actions } from '../cloudfunctions/areas';

const root = path.resolve(__dirname, '..');
const areasDir = path.join(root, 'cloudfunctions', 'areas');

interface Entry {
  name: ActionName;
  summary: string;
  effect: string;
  allow: string;
  mostPerHour: number | undefined;
  errors: ErrorCode[];
}

/** Writes one JSON Schema file an action and the reference; answers how many actions there are. */
export async function writeContract(outDir: string): Promise<number> {
  await fs.rm(outDir, { recursive: true, force: true });
  await fs.mkdir(outDir, { recursive: true });
  const sources = await readSources();
  const entries: Entry[] = [];
  for (const { name, allow, mostPerHour } of actions) {
    const { summary, effect } = contract[name];
    const errors = errorsOf({ name, allow, effect, mostPerHour }, sources);
    entries.push({ name, summary, effect, allow, mostPerHour, errors });
    const text = JSON.stringify(
      { name, summary, effect, allow, mostPerHour, errors, ...schemasOf(name) },
      null,
      2,
    );
    await fs.writeFile(path.join(outDir, `${name}.json`), `${text}\n`);
  }
  await fs.writeFile(path.join(outDir, 'README.md'), reference(entries));
  await fs.writeFile(path.join(outDir, 'access.md'), accessMatrix(entries));
  return entries.length;
}

/**
 * Input as it is sent, output as it is answered. A check that is code (whole characters of a
 * name) has no place in JSON Schema and is left out there; the functions hold it all the same.
 */
function schemasOf(name: ActionName) {
  const { input, output } = contract[name];
  return {
    input: toJsonSchema(input, { typeMode: 'input', errorMode: 'ignore' }),
    output: toJsonSchema(output, { typeMode: 'output', errorMode: 'ignore' }),
  };
}

/** The texts of cloudfunctions/areas, by path. */
async function readSources(): Promise<Map<string, string>> {
  const files = await fs.readdir(areasDir, { recursive: true });
  const sources = await Promise.all(
    files
      .filter((file) => file.endsWith('.ts'))
      .map(async (file): Promise<[string, string]> => {
        const full = path.join(areasDir, file);
        return [full, await fs.readFile(full, 'utf8')];
      }),
  );
  return new Map(sources);
}

/** Whatever every action can answer, what its rule and effect bring, and what its own code names. */
function errorsOf(
  action: Pick<Entry, 'name' | 'allow' | 'effect' | 'mostPerHour'>,
  sources: Map<string, string>,
): ErrorCode[] {
  const { name, allow, effect, mostPerHour } = action;
  const found = new Set<string>(['INVALID_INPUT', 'TOO_LARGE', 'INTERNAL']);
  if (allow !== 'anyone') ['NOT_SIGNED_IN', 'FORBIDDEN'].forEach((code) => found.add(code));
  if (effect === 'write') ['REQUEST_REUSED', 'BUSY'].forEach((code) => found.add(code));
  if (mostPerHour !== undefined) found.add('TOO_MANY');
  const own = [...sources].find(([, text]) => text.includes(`defineAction('${name}'`))?.[0];
  if (!own) throw new Error(`no file of cloudfunctions/areas defines ${name}`);
  for (const text of withImports(own, sources)) {
    for (const [, code] of text.matchAll(/new ActionError\('(\w+)'/g)) found.add(code ?? '');
  }
  return errorCodes.filter((code) => found.has(code));
}

/** The file and what it imports from its area and others, each once. */
function withImports(file: string, sources: Map<string, string>): string[] {
  const seen = new Set<string>();
  const texts: string[] = [];
  const visit = (at: string) => {
    const text = sources.get(at);
    if (text === undefined || seen.has(at)) return;
    seen.add(at);
    texts.push(text);
    for (const [, from] of text.matchAll(/from '(\.[^']+)'/g)) {
      visit(`${path.resolve(path.dirname(at), from ?? '')}.ts`);
    }
  };
  visit(file);
  return texts;
}

function reference(entries: Entry[]): string {
  const areas = [...new Set(entries.map(({ name }) => areaOf(name)))];
  return [
    '# Action reference',
    '',
    'Written by `npm run contract` from the list of actions. Beside it lies one JSON Schema file an action.',
    '',
    'Request: `{ "action": "booking.book", "input": {…}, "requestId": "…" }`, the id 8 to 64 letters, digits, `_` or `-`.',
    'Answer: `{ "ok": true, "data": {…} }` or `{ "ok": false, "error": { "code", "message", "retry" } }`.',
    'Who calls is what WeChat vouches for; no input names a person.',
    '',
    '`read` changes nothing. `write` is done once for a requestId. `repeatable` may be done again with the same result.',
    '',
    ...areas.flatMap((area) => [
      `## ${area}`,
      '',
      ...entries.filter(({ name }) => areaOf(name) === area).flatMap(describe),
    ]),
    '## Errors',
    '',
    '| code | again? | what the person reads |',
    '|---|---|---|',
    ...errorCodes.map((code) => {
      const { retry, message } = errorMeanings[code];
      return `| ${code} | ${retry === 'same' ? 'the same request' : 'no'} | ${message} |`;
    }),
    '',
    '`OFFLINE`, `TIMEOUT` and `NOT_UNDERSTOOD` are noticed by the client itself; `UNKNOWN_ACTION` answers any other name.',
    '',
  ].join('\n');
}

/** Who may do what, one line an action, from the `allow` rules of the actions themselves. */
function accessMatrix(entries: Entry[]): string {
  const rules = [...new Set(entries.map(({ allow }) => allow))];
  return [
    '# Who may do what',
    '',
    'Written by `npm run contract` from the rules that the functions run. A rule says who may ask;',
    'whose things may be touched is asked again where they are read: a child by its circle, a post by',
    'its county and school, a visit by its counsellor. Another’s and nobody’s are refused alike.',
    '',
    `| action | ${rules.join(' | ')} | an hour at most |`,
    `|---|${rules.map(() => ':-:|').join('')}--:|`,
    ...entries.map(({ name, allow, mostPerHour }) => {
      const marks = rules.map((rule) => (rule === allow ? '●' : ''));
      return `| ${name} | ${marks.join(' | ')} | ${mostPerHour ?? ''} |`;
    }),
    '',
  ].join('\n');
}

function describe({ name, summary, effect, allow, mostPerHour, errors }: Entry): string[] {
  return [
    `### ${name}`,
    '',
    summary,
    '',
    `- effect: ${effect}`,
    `- who may: ${allow}`,
    ...(mostPerHour === undefined ? [] : [`- at most ${mostPerHour} times an hour for one person`]),
    `- errors: ${errors.join(', ')}`,
    `- schemas: [${name}.json](${name}.json)`,
    '',
  ];
}

function areaOf(name: string): string {
  return name.split('.')[0] ?? name;
}

async function main(): Promise<void> {
  const outDir = path.join(root, 'dist', 'contract');
  const count = await writeContract(outDir);
  console.log(`${count} actions: ${path.relative(root, outDir)}/README.md`);
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
