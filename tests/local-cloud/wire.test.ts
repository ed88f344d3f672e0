/** Golden samples: what was recorded on the wire is what we answer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalCloud } from '../../local-cloud/index';
import { FUNCTIONS, admin, containing, startCloud } from './helpers';

interface Sample {
  action?: string;
  request: Record<string, unknown>;
  response: Record<string, unknown>;
}
const text = readFileSync(join(__dirname, 'fixtures', 'wire-samples.json'), 'utf8');
const samples = JSON.parse(text) as Sample[];
/** The value with the one server date in it made equal. */
const dated = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null).replace(
      /\\"srv\\":\{\\"\$date\\":\{\\"\$numberLong\\":\\"\d+\\"\}\}/g,
      '\\"srv\\":0',
    ),
  );

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startCloud({ functionsDir: FUNCTIONS });
});
afterAll(() => cloud.close());

describe('recorded requests get the recorded answers', () => {
  let transaction = '';
  let ended = '';
  // Left out: what depends on documents or functions that the recording does not show, and signed links.
  const skipped =
    /lookup|getUploadMetadata|batchGetDownloadUrl|batchDeleteFile|tx2|tx1|\\"n\\":\{\\"\$in|"function_name":"echo"/;
  const recorded = samples.flatMap((sample, i) =>
    sample.action && !skipped.test(JSON.stringify(sample.request))
      ? [[`${i} ${sample.action}`, sample] as const]
      : [],
  );
  test.each(recorded)('%s', async (_name, sample) => {
    const expected: Record<string, unknown> = { ...sample.response };
    delete expected.requestId;
    if (sample.action === 'database.startTransaction') {
      const answer = await admin(cloud, 'database.startTransaction');
      transaction = String(answer.transactionId);
      expect(transaction).toMatch(/^[0-9a-f]{32}$/);
      return;
    }
    const isEnd = /commitTransaction|abortTransaction/.test(sample.action ?? '');
    if (isEnd && transaction === '')
      transaction = expected.code
        ? ended
        : String((await admin(cloud, 'database.startTransaction')).transactionId);
    const answer = await admin(
      cloud,
      sample.action ?? '',
      isEnd ? { ...sample.request, transactionId: transaction } : sample.request,
    );
    if (isEnd) [ended, transaction] = [transaction, ''];
    expect(answer.requestId).toMatch(/^[0-9a-f]{32}$/);
    delete answer.requestId;
    if (/"insertedIds":\["[0-9a-f]{32}"\]/.test(JSON.stringify(expected))) return;
    expect(dated(answer)).toEqual(dated(expected));
  });
});

test('an unknown action is refused loudly', async () => {
  expect(await admin(cloud, 'database.watchEverything')).toMatchObject({
    code: 'INVALID_PARAM',
    message: containing('database.watchEverything is not implemented'),
  });
});

test('a malformed body names what is wrong', async () => {
  expect(await admin(cloud, 'database.getDocument', { collectionName: 7 })).toMatchObject({
    code: 'INVALID_PARAM',
    message: containing('collectionName'),
  });
});
