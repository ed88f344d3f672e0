import type { Dist } from './dist';
import type { Findings } from './findings';

const KB = 1024;
const MB = 1024 * KB;

/** The project's own budgets; WeChat itself allows 2 MB a package. */
export const BUDGETS = { main: 600 * KB, subpackage: 300 * KB, total: 20 * MB };

/** Bytes of the main package and of each subpackage. */
export interface Sizes {
  main: number;
  subpackages: Record<string, number>;
  total: number;
}

/** Adds up the files as WeChat does: a subpackage's folder is its own, the rest is the main package. */
export function measure(dist: Dist): Sizes {
  const sizes: Sizes = {
    main: 0,
    subpackages: Object.fromEntries(dist.subpackages.map((root) => [root, 0])),
    total: 0,
  };
  for (const file of dist.files) {
    if (/^project\.(private\.)?config\.json$|\.map$/.test(file)) continue;
    const bytes = dist.size(file);
    const root = dist.subpackages.find((name) => file.startsWith(`${name}/`));
    if (root === undefined) sizes.main += bytes;
    else sizes.subpackages[root] = (sizes.subpackages[root] ?? 0) + bytes;
    sizes.total += bytes;
  }
  return sizes;
}

/** Holds the packages to their budgets. */
export function checkSizes(dist: Dist, findings: Findings): void {
  const { main, subpackages, total } = measure(dist);
  const within = (name: string, bytes: number, budget: number) =>
    findings.require(bytes <= budget, `${name}: ${kb(bytes)} is over its budget of ${kb(budget)}`);
  within('main package', main, BUDGETS.main);
  for (const [root, bytes] of Object.entries(subpackages)) {
    within(`subpackage ${root}`, bytes, BUDGETS.subpackage);
  }
  within('all packages together', total, BUDGETS.total);
}

/** The table that the gate prints: each package beside its budget and beside an empty Taro app. */
export function sizeTable(dist: Dist, emptyApp: number): string {
  const { main, subpackages, total } = measure(dist);
  const rows: [string, number, number | null][] = [
    ['main package', main, BUDGETS.main],
    ...Object.entries(subpackages).map(([root, bytes]): [string, number, number] => [
      root,
      bytes,
      BUDGETS.subpackage,
    ]),
    ['total', total, BUDGETS.total],
    ['an empty Taro app', emptyApp, null],
    ['main above empty', main - emptyApp, null],
  ];
  return rows
    .map(([name, bytes, budget]) => {
      const share =
        budget === null ? '' : `of ${kb(budget)} (${Math.round((bytes / budget) * 100)} %)`;
      return `${name.padEnd(20)} ${String(bytes).padStart(9)} B ${kb(bytes).padStart(9)} ${share}`.trimEnd();
    })
    .join('\n');
}

function kb(bytes: number): string {
  return `${(bytes / KB).toFixed(1)} KB`;
}
