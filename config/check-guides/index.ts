/**
 * `npm run check:guides`: the library of guides against its writing rules. Prints a line a guide
 * and the totals, and ends red on any fault. `-- --write` also writes library.json, which the
 * functions carry, from the text files.
 */
import { courseFaults } from './course-checks';
import { faultsOf } from './guide-checks';
import { isBuilt, readCourses, readLibrary, writeBuilt } from './library';
import { libraryFaults } from './library-checks';
import { row, totals } from './table';

/** 95 of 100 sentences are at most this long, in characters. */
const longSentence = 18;

function main(): void {
  const { guides, faults } = readLibrary();
  faults.push(...guides.flatMap((guide) => faultsOf(guide).map((fault) => tuple(guide.id, fault))));
  faults.push(...libraryFaults(guides), ...courseFaults(readCourses(), guides));
  const sums = totals(guides);
  if (sums.sentence95 > longSentence) {
    faults.push(['library', `5 of 100 sentences have more than ${longSentence} characters`]);
  }
  if (process.argv.includes('--write') && faults.length === 0) writeBuilt(guides);
  if (!isBuilt(guides)) {
    faults.push(['library', 'library.json is old: npm run check:guides -- --write']);
  }
  for (const guide of guides) console.log(row(guide));
  console.log(sums.text);
  for (const [id, fault] of faults) console.error(`fault: ${id}: ${fault}`);
  console.log(`${guides.length} guides, ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

const tuple = (id: string, fault: string): [string, string] => [id, fault];

main();
