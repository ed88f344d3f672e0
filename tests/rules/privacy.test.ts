import { limits } from '@contract/limits';
import { arrivals, arrivalTallies } from '../../cloudfunctions/platform/collections';
import { policyBlocks } from '@/wording/privacy';

/** PIPL 17: what is kept, why and how long, in words that are true of the code. */
describe('what the privacy page says of the code that brought somebody', () => {
  const textOf = (id: string) => policyBlocks.find((block) => block.id === id)?.text.join('') ?? '';

  test('a number for the code and its purpose; never who scanned which', () => {
    expect(textOf('kept')).toMatch(/那个码.*加一个数.*哪种办法管用.*谁扫了哪个码，不记/);
    expect(Object.keys(arrivals.schema.entries)).toEqual(['_id', 'at']);
    expect(Object.keys(arrivalTallies.schema.entries)).toEqual([
      '_id',
      'county',
      'month',
      'counts',
    ]);
  });

  test('how long the mark is kept that keeps one from being counted twice', () => {
    expect(textOf('how-long')).toContain(`过 ${limits.arrivalDays} 天`);
  });
});
