/** `npm run bench` lists the benches, `npm run bench contention` runs one. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

/** A bench is a file of this folder whose `run` answers whether its limits held. */
interface Bench {
  about: string;
  /** What stands behind the bench's name on the command line. */
  run(args: readonly string[]): Promise<boolean>;
}

const names = readdirSync(__dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => path.basename(file, '.bench.ts'));

function isBench(loaded: unknown): loaded is Bench {
  return typeof loaded === 'object' && loaded !== null && 'about' in loaded && 'run' in loaded;
}

async function load(name: string): Promise<Bench> {
  const loaded: unknown = await import(path.join(__dirname, `${name}.bench.ts`));
  if (!isBench(loaded)) throw new Error(`${name}.bench.ts exports no about and run`);
  return loaded;
}

async function main(name: string | undefined, args: readonly string[]): Promise<number> {
  if (name !== undefined && names.includes(name)) {
    return (await (await load(name)).run(args)) ? 0 : 1;
  }
  for (const each of names) console.log(`${each.padEnd(14)} ${(await load(each)).about}`);
  if (name === undefined) return 0;
  console.error(`There is no bench ${name}.`);
  return 1;
}

main(process.argv[2], process.argv.slice(3)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
